package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workspacesql.config.Credentials.ClientSecret;
import io.workspacesql.config.Secret;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the token endpoint.
 *
 * @param life from {@code expires_in}; null = not said, or not as a positive number of seconds
 */
public record TokenDocument(Secret token, @Nullable Duration life) {
  public static TokenDocument read(byte[] body) throws BadDocumentException {
    return JsonDocument.read(body, TokenDocument::token);
  }

  /** The request's body. */
  public static Secret request(ClientSecret credentials) {
    return RequestBody.of(
        json -> {
          json.writeStringField("client_id", credentials.clientId());
          json.writeStringField("client_secret", credentials.clientSecret().reveal());
        });
  }

  private static TokenDocument token(JsonParser parser) throws IOException, BadDocumentException {
    String token = null;
    Duration life = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      switch (key) {
        case "access_token" -> token = Fields.text(parser, key);
        case "expires_in" -> life = life(parser);
        default -> parser.skipChildren();
      }
    }
    if (token == null || token.isEmpty()) {
      throw new BadDocumentException("the text access_token is missing");
    }
    return new TokenDocument(Secret.of(token), life);
  }

  private static @Nullable Duration life(JsonParser parser) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
      parser.skipChildren();
      return null;
    }
    long seconds = parser.getValueAsLong(0);
    return seconds > 0 ? Duration.ofSeconds(seconds) : null;
  }
}
