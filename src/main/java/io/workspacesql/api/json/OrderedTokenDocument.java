package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.workspacesql.api.MintedToken;
import io.workspacesql.api.Minting;
import io.workspacesql.api.ScopedToken;
import io.workspacesql.api.TokenOrder;
import io.workspacesql.config.ApiDialect;
import io.workspacesql.config.Secret;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asking for a token that a program wants to have, and the answer. */
public final class OrderedTokenDocument {
  private OrderedTokenDocument() {}

  /** The request's body. */
  public static Secret request(Minting minting, TokenOrder order) {
    return RequestBody.of(
        json -> {
          String nameField =
              order.allowedOrigin() == null ? minting.nameField() : Minting.WIDGET_NAME_FIELD;
          json.writeStringField(nameField, order.workspaceName());
          writeText(json, "allowed_origin", order.allowedOrigin());
          writeText(json, "region_id", or(order.regionId(), minting.regionId()));
          if (order.allowedOrigin() != null || minting.dialect() == ApiDialect.EMBEDDED) {
            writeTags(
                json,
                "selected_source_template_tags",
                order.sourceTemplateTags(),
                minting.sourceTemplateTags());
            writeTags(
                json,
                "selected_connection_template_tags",
                order.connectionTemplateTags(),
                minting.connectionTemplateTags());
          }
        });
  }

  private static @Nullable String or(@Nullable String given, @Nullable String otherwise) {
    return given == null ? otherwise : given;
  }

  private static void writeText(JsonGenerator json, String field, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(field, text);
    }
  }

  private static void writeTags(
      JsonGenerator json, String field, TokenOrder.@Nullable Tags given, List<String> otherwise)
      throws IOException {
    List<String> words = given == null ? otherwise : given.words();
    if (!words.isEmpty()) {
      json.writeFieldName(field);
      json.writeArray(words.toArray(String[]::new), 0, words.size());
      writeText(json, field + "_mode", given == null ? null : given.mode());
    }
  }

  /** The answer to the request for a scoped token. */
  public static MintedToken scoped(byte[] body) throws BadDocumentException {
    return new MintedToken(new ScopedToken(ScopedTokenDocument.token(body)), null);
  }

  /**
   * The answer to the request for a widget token: within its token stand the scoped one and URL.
   */
  public static MintedToken widget(byte[] body) throws BadDocumentException {
    Secret token = ScopedTokenDocument.token(body);
    return JsonDocument.read(decoded(token), parser -> widget(parser, token));
  }

  private static MintedToken widget(JsonParser parser, Secret token)
      throws IOException, BadDocumentException {
    String scoped = null;
    String url = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      switch (key) {
        case "token" -> scoped = Fields.text(parser, key);
        case "widgetUrl" -> url = Fields.text(parser, key);
        default -> parser.skipChildren();
      }
    }
    if (scoped == null || scoped.isEmpty() || url == null) {
      throw new BadDocumentException("its token holds no token and widgetUrl");
    }
    return new MintedToken(
        new ScopedToken(Secret.of(scoped)), new MintedToken.Widget(token, Secret.of(url)));
  }

  /** Base64 of either alphabet, with or without padding: the widget takes all of them. */
  private static byte[] decoded(Secret token) throws BadDocumentException {
    String text = token.reveal().replace('-', '+').replace('_', '/');
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    try {
      return Base64.getDecoder().decode(text.substring(0, end));
    } catch (IllegalArgumentException e) {
      throw new BadDocumentException("its token is no Base64"); // the cause would quote it
    }
  }
}
