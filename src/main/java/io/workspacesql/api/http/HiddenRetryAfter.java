package io.workspacesql.api.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Moves {@code Retry-After} out of OkHttp's sight: OkHttp repeats a request of any method by itself
 * when a 503 says {@code Retry-After: 0}, whatever {@code retryOnConnectionFailure} says (5.5.1,
 * {@code RetryAndFollowUpInterceptor.followUpRequest}).
 */
final class HiddenRetryAfter implements Interceptor {
  /** Under which name the value stays readable. */
  static final String SHOWN_AS = "X-Driver-Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Response.Builder hidden = response.newBuilder().removeHeader(SHOWN_AS);
    String retryAfter = response.header("Retry-After");
    if (retryAfter != null) {
      hidden.removeHeader("Retry-After").header(SHOWN_AS, retryAfter);
    }
    return hidden.build();
  }
}
