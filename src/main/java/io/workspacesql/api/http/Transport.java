package io.workspacesql.api.http;

import io.workspacesql.api.RequestScope;
import io.workspacesql.config.Secret;
import io.workspacesql.error.Failure;
import io.workspacesql.error.PrintableText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The last step: one call on the wire, exactly one, ended by the statement's deadline, its cancel
 * or {@link #close}. A write that may have been sent ends in an answer or a {@link WireFailure}: an
 * {@link SQLException} says that nothing was sent.
 */
public final class Transport implements Step, AutoCloseable {
  /** Of a body after inflation: a page of 100 workspaces is about 40 KB. */
  static final long BODY_LIMIT = 16L << 20;

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client;
  private volatile Headers headers;
  private final Set<Call> calls = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param client owned by this transport, its connection pool with it
   * @param headers sent with every request, until {@link #nameApplication} changes them
   */
  public Transport(OkHttpClient client, Headers headers) {
    this.client = client;
    this.headers = headers;
  }

  /** From the next request on; see {@link HeaderValues#naming}. */
  public void nameApplication(@Nullable String name) {
    headers = HeaderValues.naming(name, headers);
  }

  @Override
  public Answer send(ApiRequest request, RequestScope scope) throws WireFailure, SQLException {
    checkOpen();
    scope.check();
    Progress progress = new Progress();
    Call call = call(request, scope, progress);
    calls.add(call);
    RequestScope.Registration registration = scope.onAbort(call::cancel);
    try {
      checkOpen();
      return execute(call, request);
    } catch (IOException e) {
      boolean sent = progress.mayHaveSent();
      if (!(sent && request.endpoint().isWrite())) {
        checkOpen();
        checkScope(scope, e);
      }
      throw new WireFailure(request, sent, reason(e, progress), e);
    } finally {
      registration.close();
      calls.remove(call);
      evictWhenClosed();
    }
  }

  private Call call(ApiRequest request, RequestScope scope, Progress progress) {
    Call call = client.newCall(wireRequest(request));
    call.addEventListener(progress);
    if (scope.deadline().isSet() && !scope.letsFinish()) {
      long nanos = Math.max(1, scope.deadline().remaining().toNanos());
      call.timeout().timeout(nanos, TimeUnit.NANOSECONDS);
    }
    return call;
  }

  /** Ends every call in flight with 08003 and closes the sockets; a second call does nothing. */
  @Override
  public void close() {
    closed = true;
    calls.forEach(Call::cancel);
    evictWhenClosed();
  }

  private void checkOpen() throws SQLException {
    if (closed) {
      throw Failure.CONNECTION_CLOSED.because();
    }
  }

  private void evictWhenClosed() {
    if (closed) {
      client.connectionPool().evictAll();
    }
  }

  private Request wireRequest(ApiRequest request) {
    Secret credential = request.credential();
    Request.Builder wire =
        new Request.Builder()
            .url(request.url())
            .headers(headers)
            .method(request.endpoint().method(), body(request));
    if (request.endpoint().needsBearer() && credential != null) {
      wire.header("Authorization", "Bearer " + credential.reveal());
    }
    return wire.build();
  }

  private static @Nullable RequestBody body(ApiRequest request) {
    Secret body = request.body();
    return body == null
        ? null
        : RequestBody.create(body.reveal().getBytes(StandardCharsets.UTF_8), JSON);
  }

  private static Answer execute(Call call, ApiRequest request)
      throws IOException, WireFailure, SQLException {
    try (Response response = respond(call)) {
      byte[] body = body(response.body().source(), request);
      return new Answer(request, response.code(), response.headers(), body);
    }
  }

  private static Response respond(Call call) throws IOException {
    try {
      return call.execute();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // OkHttp declares nothing, being Kotlin, and is interrupted while it waits for a socket.
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static byte[] body(BufferedSource source, ApiRequest request)
      throws IOException, WireFailure, SQLException {
    if (source.request(BODY_LIMIT + 1)) {
      String reason = "its body is larger than " + (BODY_LIMIT >> 20) + " MiB";
      if (request.endpoint().isWrite()) {
        throw new WireFailure(request, true, reason, null);
      }
      throw Failure.BAD_ANSWER.because(request.endpoint(), reason);
    }
    return source.readByteArray();
  }

  private static void checkScope(RequestScope scope, IOException e) throws SQLException {
    scope.check();
    if (Thread.currentThread().isInterrupted()) {
      throw Failure.CANCELLED.because();
    }
    boolean callTimeout =
        e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException);
    if (callTimeout && scope.deadline().isSet()) {
      throw scope.deadline().expired();
    }
  }

  private String reason(IOException e, Progress progress) {
    if (e instanceof SocketTimeoutException) {
      return progress.mayHaveSent()
          ? "no answer within " + client.readTimeoutMillis() + " ms (property readTimeout)"
          : "no connection within "
              + client.connectTimeoutMillis()
              + " ms (property connectTimeout)";
    }
    if (e instanceof UnknownHostException) {
      return "the host name is unknown";
    }
    String message = e.getMessage();
    return PrintableText.of(message == null ? e.getClass().getSimpleName() : message, 300);
  }
}
