package io.workspacesql.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread is interrupted while it waits for a server that says no more. */
class InterruptTests {
  private static final String HALF_AN_ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 53\r\n\r\n{";

  @ParameterizedTest(name = "after \"{0}\"")
  @ValueSource(strings = {"", HALF_AN_ANSWER})
  void it_gets_57014_at_once_and_stays_interrupted(String said) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    RawServer.Script silent =
        (socket, raw) -> {
          raw.readRequest(socket);
          RawServer.write(socket, said);
          asked.countDown();
          awaitTheEnd(socket.getInputStream().read());
        };
    try (ApiServer tokens = new ApiServer();
        RawServer raw = new RawServer(silent);
        WorkspacesApi api = tokens.client(ApiServer.settings(raw.base(), ApiServer.GIVEN))) {
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread asking = new Thread(() -> interrupted.complete(endsWith57014(api)));
      asking.start();
      asked.await();
      asking.interrupt();
      assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void who_is_interrupted_before_it_connects_gets_57014_too() throws Exception {
    try (ApiServer server = new ApiServer();
        WorkspacesApi api = server.client(ApiServer.GIVEN)) {
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      new Thread(
              () -> {
                Thread.currentThread().interrupt();
                interrupted.complete(endsWith57014(api));
              })
          .start();
      assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean endsWith57014(WorkspacesApi api) {
    RequestScope scope = new RequestScope(1, Deadline.NONE);
    SQLException failure = catchThrowableOfType(SQLException.class, () -> api.stats(scope));
    return "57014".equals(failure.getSQLState()) && Thread.currentThread().isInterrupted();
  }

  private static void awaitTheEnd(int end) throws IOException {
    if (end >= 0) {
      throw new IOException("the client said more");
    }
  }
}
