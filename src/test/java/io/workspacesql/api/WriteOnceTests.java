package io.workspacesql.api;

import static io.workspacesql.api.ApiServer.CLIENT;
import static io.workspacesql.api.ApiServer.GIVEN;
import static io.workspacesql.api.ApiServer.ID;
import static io.workspacesql.api.ApiServer.MINTING;
import static io.workspacesql.api.ApiServer.NO_RETRIES;
import static io.workspacesql.api.ApiServer.settings;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.workspacesql.api.WriteAnswer.Accepted;
import io.workspacesql.api.WriteAnswer.NotSent;
import io.workspacesql.api.WriteAnswer.Unclear;
import io.workspacesql.config.ConnectionSettings.Network;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A write is on the wire once, whatever happens to it there. */
@Timeout(20)
@Tag("threat-6")
class WriteOnceTests {
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 24\r\n\r\n{\"name\":\"n\",\"token\":\"t\"}";

  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Arguments> invitations() {
    return Stream.of(Write.values())
        .flatMap(
            write ->
                Stream.of(300, 301, 302, 303, 307, 308, 408, 421, 425, 429, 500, 502, 503, 504)
                    .map(status -> Arguments.of(write, status)));
  }

  @ParameterizedTest
  @MethodSource("invitations")
  void an_invitation_to_repeat_or_to_go_elsewhere_is_not_followed(Write write, int status)
      throws Exception {
    server.answersAll(
        WireMock.status(status)
            .withHeader("Retry-After", "0")
            .withHeader("Location", server.base() + "/workspaces/elsewhere"));
    try (WorkspacesApi api = server.client()) {
      write.send(api, scope());
    }
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void a_reset_after_the_request_is_not_repeated(Write write) throws Exception {
    RawServer.Script reset =
        (socket, raw) -> {
          raw.readRequest(socket);
          RawServer.reset(socket);
        };
    try (RawServer raw = new RawServer(reset);
        WorkspacesApi api = server.client(settings(raw.base(), GIVEN))) {
      assertThat(write.send(api, scope())).isInstanceOf(Unclear.class);
      assertThat(raw.requests()).isEqualTo(1);
      assertThat(raw.connections()).isEqualTo(1);
    }
    assertThat(server.ledger.total()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void a_stale_pooled_socket_is_not_replaced_behind_the_drivers_back(Write write) throws Exception {
    RawServer.Script dropAfterOne =
        (socket, raw) -> {
          raw.readRequest(socket);
          raw.drain(socket);
          RawServer.write(socket, ANSWER);
          RawServer.reset(socket);
        };
    try (RawServer raw = new RawServer(dropAfterOne);
        WorkspacesApi api = server.client(settings(raw.base(), GIVEN))) {
      assertThat(write.send(api, scope())).isInstanceOf(Accepted.class);
      write.send(api, scope());
      assertThat(raw.requests()).isLessThanOrEqualTo(2);
      assertThat(server.ledger.total()).isEqualTo(2);
    }
  }

  static Stream<Arguments> brokenAnswers() {
    return Stream.of(Write.values())
        .flatMap(
            write ->
                Stream.of(
                        "",
                        "HTTP/1.1 200 OK\r\nContent-Le",
                        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\"",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"nam",
                        "this is not HTTP\r\n\r\n")
                    .map(answer -> Arguments.of(write, answer)));
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void an_answer_that_breaks_off_is_unclear(Write write, String answer) throws Exception {
    RawServer.Script breakOff =
        (socket, raw) -> {
          raw.readRequest(socket);
          RawServer.write(socket, answer);
        };
    try (RawServer raw = new RawServer(breakOff);
        WorkspacesApi api = server.client(settings(raw.base(), GIVEN))) {
      assertThat(write.send(api, scope())).isInstanceOf(Unclear.class);
      assertThat(raw.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void an_answer_over_the_limit_is_unclear(Write write) throws Exception {
    server.answersAll(WireMock.ok(" ".repeat((16 << 20) + 1)));
    try (WorkspacesApi api = server.client()) {
      assertThat(write.send(api, scope())).isInstanceOf(Unclear.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void a_read_timeout_is_unclear(Write write) throws Exception {
    server.answersAll(WireMock.ok().withFixedDelay(30_000));
    ApiSettings settings =
        new ApiSettings(
            server.base(),
            GIVEN,
            null,
            Network.DIRECT,
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            8,
            0,
            NO_RETRIES,
            MINTING,
            null);
    try (WorkspacesApi api = server.client(settings)) {
      assertThat(write.send(api, scope())).isInstanceOf(Unclear.class);
    }
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void cancel_and_deadline_let_a_write_in_flight_finish(Write write) throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch answering = new CountDownLatch(1);
    try (RawServer raw = new RawServer(holding(arrived, answering));
        WorkspacesApi api = server.client(settings(raw.base(), GIVEN))) {
      RequestScope scope =
          new RequestScope(1, Deadline.after(Duration.ofSeconds(2))).lettingFinish();
      CompletableFuture<WriteAnswer<?>> answer =
          CompletableFuture.supplyAsync(() -> write.send(api, scope));
      arrived.await();
      scope.cancel();
      TimeUnit.NANOSECONDS.sleep(scope.deadline().remaining().toNanos());
      answering.countDown();
      assertThat(answer.get()).isInstanceOf(Accepted.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void abort_and_close_leave_a_write_in_flight_unclear(Write write) throws Exception {
    for (boolean closing : new boolean[] {true, false}) {
      CountDownLatch arrived = new CountDownLatch(1);
      CountDownLatch answering = new CountDownLatch(1);
      try (RawServer raw = new RawServer(holding(arrived, answering));
          WorkspacesApi api = server.client(settings(raw.base(), GIVEN))) {
        RequestScope scope = scope();
        CompletableFuture<WriteAnswer<?>> answer =
            CompletableFuture.supplyAsync(() -> write.send(api, scope));
        arrived.await();
        Runnable end = closing ? api::close : scope::abort;
        end.run();
        assertThat(answer.get()).isInstanceOf(Unclear.class);
        answering.countDown();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void cancel_ends_the_wait_for_a_token_and_nothing_was_sent(Write write) throws Exception {
    server.answersAll(WireMock.ok().withFixedDelay(30_000));
    RequestScope scope = scope();
    try (WorkspacesApi api = server.client(CLIENT)) {
      CompletableFuture.runAsync(
          scope::abort, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
      assertThat(write.send(api, scope)).isInstanceOf(NotSent.class);
    }
    assertThat(server.lines()).noneMatch(line -> line.contains(ID));
  }

  private static RawServer.Script holding(CountDownLatch arrived, CountDownLatch answering) {
    return (socket, raw) -> {
      raw.readRequest(socket);
      raw.drain(socket);
      arrived.countDown();
      try {
        answering.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      RawServer.write(socket, ANSWER);
    };
  }

  private static RequestScope scope() {
    return new RequestScope(1, Deadline.NONE).lettingFinish();
  }
}
