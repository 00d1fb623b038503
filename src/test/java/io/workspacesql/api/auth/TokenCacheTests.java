package io.workspacesql.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.auth.TokenCache.TokenFetch;
import io.workspacesql.config.Secret;
import io.workspacesql.error.Failure;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
@Tag("threat-17")
class TokenCacheTests {
  private static final TokenKey KEY = key("client-1");

  private final MovableClock clock = new MovableClock();
  private final TokenCache cache = TokenCache.with(clock);
  private final AtomicInteger fetches = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private @Nullable Duration life = Duration.ofSeconds(900);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void a_token_serves_until_80_percent_of_its_life() throws Exception {
    assertThat(token()).isEqualTo("token-1");
    clock.pass(Duration.ofSeconds(719));
    assertThat(token()).isEqualTo("token-1");
    clock.pass(Duration.ofSeconds(1));
    assertThat(token()).isEqualTo("token-2");
  }

  @Test
  void without_a_known_life_a_token_serves_four_minutes() throws Exception {
    life = null;
    assertThat(token()).isEqualTo("token-1");
    clock.pass(Duration.ofSeconds(239));
    assertThat(token()).isEqualTo("token-1");
    clock.pass(Duration.ofSeconds(1));
    assertThat(token()).isEqualTo("token-2");
  }

  @Test
  void an_absurd_life_is_cut_to_a_day() throws Exception {
    life = Duration.ofSeconds(Long.MAX_VALUE);
    token();
    clock.pass(Duration.ofHours(24));
    assertThat(token()).isEqualTo("token-2");
  }

  @Test
  void threads_that_come_together_cause_one_request() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    TokenFetch slow =
        scope -> {
          begun.countDown();
          await(go);
          return fetch(scope);
        };
    List<Future<Token>> tokens = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      tokens.add(threads.submit(() -> cache.token(KEY, slow, scope())));
    }
    await(begun);
    go.countDown();
    for (Future<Token> token : tokens) {
      assertThat(token.get().value().reveal()).isEqualTo("token-1");
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void while_one_refreshes_early_the_others_use_the_old_token() throws Exception {
    token();
    clock.pass(Duration.ofSeconds(800));
    TokenFetch refresh =
        scope -> {
          assertThat(inAnotherThread()).isEqualTo("token-1");
          return fetch(scope);
        };
    assertThat(cache.token(KEY, refresh, scope()).value().reveal()).isEqualTo("token-2");
  }

  @Test
  void a_failed_early_refresh_is_not_tried_again_before_the_end() throws Exception {
    token();
    clock.pass(Duration.ofSeconds(800));
    assertThat(cache.token(KEY, TokenCacheTests::unavailable, scope()).value().reveal())
        .isEqualTo("token-1");
    assertThat(token()).isEqualTo("token-1");
    clock.pass(Duration.ofSeconds(100));
    assertThat(token()).isEqualTo("token-2");
  }

  @Test
  void those_who_wait_share_the_failure() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    TokenFetch failing =
        scope -> {
          fetches.incrementAndGet();
          begun.countDown();
          await(go);
          return unavailable(scope);
        };
    Future<Token> leader = threads.submit(() -> cache.token(KEY, failing, scope()));
    await(begun);
    RequestScope waiting = scope();
    Future<Token> follower = threads.submit(() -> cache.token(KEY, this::fetch, waiting));
    awaitWaiting(follower);
    go.countDown();
    assertThatThrownBy(leader::get).hasRootCauseInstanceOf(SQLException.class);
    assertThatThrownBy(follower::get).hasMessageContaining("503");
    assertThat(fetches).hasValue(1);
  }

  @Test
  void when_the_leader_is_cancelled_another_takes_over() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    TokenFetch cancelled =
        scope -> {
          begun.countDown();
          await(go);
          throw Failure.CANCELLED.because();
        };
    Future<Token> leader = threads.submit(() -> cache.token(KEY, cancelled, scope()));
    await(begun);
    Future<Token> follower = threads.submit(() -> cache.token(KEY, this::fetch, scope()));
    awaitWaiting(follower);
    go.countDown();
    assertThatThrownBy(leader::get).hasMessageContaining("cancelled");
    assertThat(follower.get().value().reveal()).isEqualTo("token-1");
  }

  @Test
  void a_waiting_statement_can_be_cancelled_and_has_its_deadline() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    TokenFetch slow =
        scope -> {
          begun.countDown();
          await(go);
          return fetch(scope);
        };
    Future<Token> leader = threads.submit(() -> cache.token(KEY, slow, scope()));
    await(begun);
    RequestScope hasty = new RequestScope(1, Deadline.after(Duration.ofMillis(50)));
    assertThatThrownBy(() -> cache.token(KEY, this::fetch, hasty))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("HYT00"));
    RequestScope stopped = scope();
    Future<Token> waiting = threads.submit(() -> cache.token(KEY, this::fetch, stopped));
    awaitWaiting(waiting);
    stopped.cancel();
    assertThatThrownBy(waiting::get).hasMessageContaining("cancelled");
    go.countDown();
    assertThat(leader.get().value().reveal()).isEqualTo("token-1");
  }

  @Test
  void a_refused_token_is_replaced_once_whoever_complains() throws Exception {
    Secret first = Secret.of(token());
    cache.forget(KEY, first);
    assertThat(token()).isEqualTo("token-2");
    cache.forget(KEY, first);
    assertThat(token()).isEqualTo("token-2");
  }

  @Test
  void keys_do_not_share_and_expired_ones_are_dropped() throws Exception {
    token();
    assertThat(cache.token(key("client-2"), this::fetch, scope()).value().reveal())
        .isEqualTo("token-2");
    assertThat(cache.size()).isEqualTo(2);
    clock.pass(Duration.ofSeconds(900));
    token();
    assertThat(cache.size()).isEqualTo(1);
  }

  @Tag("threat-18")
  @Test
  void a_key_tells_connections_apart_without_a_secret() {
    assertThat(KEY.toString()).doesNotContain("secret-canary");
    assertThat(KEY).isEqualTo(key("client-1")).isNotEqualTo(key("client-2"));
  }

  private String token() throws SQLException {
    return cache.token(KEY, this::fetch, scope()).value().reveal();
  }

  private Token fetch(RequestScope scope) {
    return Token.of(Secret.of("token-" + fetches.incrementAndGet()), life, clock.instant());
  }

  private static Token unavailable(RequestScope scope) throws SQLException {
    throw Failure.SERVER_UNAVAILABLE.because(503, "POST", "try later");
  }

  private String inAnotherThread() throws SQLException {
    try {
      return threads.submit(this::token).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Long enough for a thread to begin waiting; if it were slower, the outcome is the same. */
  private static void awaitWaiting(Future<?> future) {
    assertThatThrownBy(() -> future.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void after_three_tokens_that_the_server_refused_no_other_is_asked_for_but_once_a_minute()
      throws Exception {
    for (int i = 1; i <= 10; i++) {
      cache.forget(KEY, Secret.of(token()));
    }
    assertThat(fetches).hasValue(1 + TokenCache.MOST_REFUSALS);
    clock.pass(Duration.ofSeconds(61));
    for (int i = 1; i <= 10; i++) {
      cache.forget(KEY, Secret.of(token()));
    }
    assertThat(fetches).hasValue(2 + TokenCache.MOST_REFUSALS);
  }

  @Test
  void a_token_that_the_server_took_makes_up_for_those_it_refused() throws Exception {
    for (int i = 1; i <= 10; i++) {
      cache.forget(KEY, Secret.of(token()));
      cache.accepted(KEY, Secret.of(token()));
    }
    assertThat(fetches).hasValue(11);
  }

  @Test
  void refusals_are_forgotten_with_the_time() throws Exception {
    cache.forget(KEY, Secret.of(token()));
    clock.pass(Duration.ofHours(1));
    cache.token(key("client-2"), this::fetch, scope());
    assertThat(cache.size()).isEqualTo(1);
  }

  private static RequestScope scope() {
    return new RequestScope(1, Deadline.NONE);
  }

  private static TokenKey key(String clientId) {
    return new TokenKey(
        URI.create("https://api.example.com/api/v1"),
        clientId,
        Secret.of("secret-canary").fingerprint(),
        null,
        List.of());
  }

  private static final class MovableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
