package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One JSON object from the server, read as a stream within narrow limits: it must be valid UTF-8 (a
 * byte order mark is skipped), hold no key twice (which of the two would be true?) and end where
 * the body ends.
 */
final class JsonDocument {
  private static final int LONGEST_NUMBER = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(1 << 20)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNameLength(256)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
          .build();
  private static final Pattern HALF_LITERAL =
      Pattern.compile(
          "[:,\\[\\s](t|tr|tru|f|fa|fal|fals|n|nu|nul|-?[0-9]*\\.?[0-9]*([eE][+-]?)?)$");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private JsonDocument() {}

  /** Reads what the form wants; the parser stands on the object's start and must leave its end. */
  static <T> T read(byte[] body, Form<T> form) throws BadDocumentException {
    // Jackson lets overlong forms and encoded surrogates pass, and checks no text that it skips.
    Utf8.check(body);
    int start = hasByteOrderMark(body) ? BYTE_ORDER_MARK.length : 0;
    try (JsonParser parser = FACTORY.createParser(body, start, body.length - start)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw BadDocumentException.endingTooEarly();
      }
      if (first != JsonToken.START_OBJECT) {
        throw new BadDocumentException("it is no JSON object");
      }
      T document = form.read(parser);
      if (parser.nextToken() != null) {
        throw new BadDocumentException("something follows the JSON object");
      }
      return document;
    } catch (IOException e) {
      throw bad(e, body);
    }
  }

  /** What a document is read into. */
  @FunctionalInterface
  interface Form<T> {
    T read(JsonParser parser) throws IOException, BadDocumentException;
  }

  /** Jackson's own text would quote the document, which may hold a token. */
  private static BadDocumentException bad(IOException e, byte[] body) {
    if (e instanceof StreamConstraintsException) {
      return new BadDocumentException(
          "it exceeds the driver's limits of nesting, text or number length");
    }
    long place = place(e);
    if (e instanceof JsonEOFException || place >= body.length || endsInLiteral(body)) {
      return BadDocumentException.endingTooEarly();
    }
    return new BadDocumentException(
        "it is no valid JSON" + (place < 0 ? "" : " near byte " + place));
  }

  /** Jackson calls half a literal, such as {@code tru} or {@code 12.}, a wrong one. */
  private static boolean endsInLiteral(byte[] body) {
    int from = Math.max(0, body.length - LONGEST_NUMBER);
    String end = new String(body, from, body.length - from, StandardCharsets.ISO_8859_1);
    return HALF_LITERAL.matcher(end).find();
  }

  private static long place(IOException e) {
    return e instanceof JsonProcessingException syntax && syntax.getLocation() != null
        ? syntax.getLocation().getByteOffset()
        : -1;
  }

  private static boolean hasByteOrderMark(byte[] body) {
    return ByteBuffer.wrap(body)
        .slice(0, Math.min(body.length, BYTE_ORDER_MARK.length))
        .equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
  }
}
