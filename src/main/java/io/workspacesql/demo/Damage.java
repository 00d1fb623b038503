package io.workspacesql.demo;

import io.workspacesql.demo.Dialect.ErrorForm;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What a fault makes of an answer. */
sealed interface Damage {

  /** What is answered in the place of this. */
  default Reply inPlaceOf(Reply reply, ErrorForm errors) {
    return reply;
  }

  /**
   * Lets the answer come to harm on its way.
   *
   * @throws IOException when the client has gone
   */
  void harm(MockResponse.Builder response, Delivery delivery) throws IOException;

  /** The answer, who waits for it, and the time. */
  record Delivery(Reply reply, Socket connection, Clock clock) {}

  /** An error. */
  record Status(int code, boolean html, @Nullable RetryAfter retryAfter) implements Damage {
    @Override
    public Reply inPlaceOf(Reply reply, ErrorForm errors) {
      Refused refused = Refused.of(code, ErrorBody.title(code));
      return ErrorBody.of(refused, html ? ErrorForm.HTML : errors);
    }

    @Override
    public void harm(MockResponse.Builder response, Delivery delivery) {
      if (retryAfter != null) {
        response.setHeader("Retry-After", retryAfter.header(delivery.clock()));
      }
    }
  }

  /** When to ask again. */
  record RetryAfter(Duration time, boolean asDate) {
    private static final DateTimeFormatter DATE =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    String header(Clock clock) {
      return asDate ? DATE.format(clock.instant().plus(time)) : Long.toString(time.toSeconds());
    }
  }

  /** The connection ends too early. */
  enum Cut implements Damage {
    BEFORE_ANSWER {
      @Override
      public void harm(MockResponse.Builder response, Delivery delivery) {
        response.onResponseStart(new SocketEffect.CloseSocket());
      }
    },

    IN_HEADERS {
      @Override
      public void harm(MockResponse.Builder response, Delivery delivery) throws IOException {
        // The library writes headers in one piece.
        byte[] half = "HTTP/1.1 200 OK\r\nContent-Ty".getBytes(StandardCharsets.US_ASCII);
        delivery.connection().getOutputStream().write(half);
        response.onResponseStart(new SocketEffect.CloseSocket());
      }
    },

    /** Behind the headers when there is no body. */
    IN_BODY {
      @Override
      public void harm(MockResponse.Builder response, Delivery delivery) {
        response.onResponseBody(new SocketEffect.CloseSocket());
        if (delivery.reply().body().size() == 0) {
          response.onResponseEnd(new SocketEffect.CloseSocket());
        }
      }
    },

    RESET {
      @Override
      public void harm(MockResponse.Builder response, Delivery delivery) throws IOException {
        delivery.connection().setSoLinger(true, 0);
        response.onResponseStart(new SocketEffect.CloseSocket());
      }
    }
  }

  /** Half of the body, with its own right length. */
  record Truncated() implements Damage {
    @Override
    public Reply inPlaceOf(Reply reply, ErrorForm errors) {
      Buffer half = new Buffer();
      half.write(reply.body(), reply.body().size() / 2);
      return new Reply(reply.status(), reply.contentType(), half);
    }

    @Override
    public void harm(MockResponse.Builder response, Delivery delivery) {}
  }

  /** The body in drops. */
  record Slow(Duration time) implements Damage {
    private static final int DROPS = 20;

    @Override
    public void harm(MockResponse.Builder response, Delivery delivery) {
      long bytes = Math.max(1, delivery.reply().body().size() / DROPS);
      response.throttleBody(bytes, time.toNanos() / DROPS, TimeUnit.NANOSECONDS);
    }
  }

  /** The whole answer later. */
  record Delayed(Duration time) implements Damage {
    @Override
    public void harm(MockResponse.Builder response, Delivery delivery) {
      long latency = response.getHeadersDelayNanos();
      response.headersDelay(latency + time.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** No answer while the organization runs. */
  record Silence() implements Damage {
    @Override
    public void harm(MockResponse.Builder response, Delivery delivery) {
      response.onResponseStart(SocketEffect.Stall.INSTANCE);
    }
  }
}
