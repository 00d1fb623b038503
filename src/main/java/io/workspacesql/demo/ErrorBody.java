package io.workspacesql.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import io.workspacesql.demo.Dialect.ErrorForm;
import java.io.IOException;

/** The body of an error, in each form that the API has been seen with. */
final class ErrorBody {
  private ErrorBody() {}

  static Reply of(Refused refused, ErrorForm form) {
    return switch (form) {
      case MESSAGE_AND_ERRORS -> Reply.json(refused.status(), json -> current(refused, json));
      case DETAIL_STRING -> Reply.json(refused.status(), json -> detailString(refused, json));
      case DETAIL_ARRAY -> Reply.json(refused.status(), json -> detailArray(refused, json));
      case ERROR_AND_MESSAGE -> Reply.json(refused.status(), json -> titled(refused, json));
      case HTML -> Reply.html(refused.status(), page(refused));
    };
  }

  private static void current(Refused refused, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("message", refused.message());
    json.writeArrayFieldStart("errors");
    for (Refused.Item item : refused.items()) {
      json.writeStartObject();
      json.writeStringField("field", item.field());
      json.writeStringField("message", item.message());
      json.writeStringField("error_code", item.code());
      json.writeNullField("details");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void detailString(Refused refused, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("detail", refused.message());
    json.writeEndObject();
  }

  /** The array is the form of a 422; other statuses keep the string. */
  private static void detailArray(Refused refused, JsonGenerator json) throws IOException {
    if (refused.items().isEmpty()) {
      detailString(refused, json);
      return;
    }
    json.writeStartObject();
    json.writeArrayFieldStart("detail");
    for (Refused.Item item : refused.items()) {
      json.writeStartObject();
      json.writeArrayFieldStart("loc");
      json.writeString("request");
      json.writeString(item.field());
      json.writeEndArray();
      json.writeStringField("msg", item.message());
      json.writeStringField("type", item.code());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void titled(Refused refused, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("error", title(refused.status()));
    json.writeStringField("message", refused.message());
    json.writeEndObject();
  }

  private static String page(Refused refused) {
    String title = refused.status() + " " + title(refused.status());
    return "<html><head><title>%s</title></head><body><h1>%s</h1></body></html>"
        .formatted(title, title);
  }

  /** The usual words for a status. */
  static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "Error";
    };
  }
}
