package io.workspacesql.api.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Whether bytes are UTF-8, as the JDK's decoder sees it. Most of a page is ASCII, which is passed
 * eight bytes at a time; the decoder gets the stretches between.
 */
final class Utf8 {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long NOT_ASCII = 0x8080808080808080L;
  private static final int LONGEST_CHARACTER = 4;

  private final byte[] bytes;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer ignored = CharBuffer.allocate(256);

  private Utf8(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Fails where the bytes are no UTF-8, in other words where they end within a character. */
  static void check(byte[] bytes) throws BadDocumentException {
    int start = endOfAscii(bytes, 0);
    if (start < bytes.length) {
      new Utf8(bytes).checkFrom(start);
    }
  }

  private void checkFrom(int notAscii) throws BadDocumentException {
    int start = notAscii;
    while (start < bytes.length) {
      int end = startOfAscii(start);
      checkStretch(start, end);
      start = endOfAscii(bytes, end);
    }
  }

  private void checkStretch(int start, int end) throws BadDocumentException {
    ByteBuffer stretch = ByteBuffer.wrap(bytes, start, end - start);
    CoderResult result;
    decoder.reset();
    do {
      result = decoder.decode(stretch, ignored.clear(), true);
    } while (result.isOverflow());
    if (result.isError()) {
      boolean cut =
          end == bytes.length
              && stretch.remaining() == result.length()
              && stretch.remaining() < LONGEST_CHARACTER;
      throw cut
          ? BadDocumentException.endingTooEarly()
          : new BadDocumentException("it is no valid UTF-8 near byte " + stretch.position());
    }
  }

  /**
   * The first of the next eight bytes that are all ASCII: a character that began before ends here.
   */
  private int startOfAscii(int from) {
    int place = from;
    while (place <= bytes.length - Long.BYTES && !isAscii(bytes, place)) {
      place++;
    }
    return place <= bytes.length - Long.BYTES ? place : bytes.length;
  }

  private static int endOfAscii(byte[] bytes, int from) {
    int place = from;
    while (place <= bytes.length - Long.BYTES && isAscii(bytes, place)) {
      place += Long.BYTES;
    }
    while (place < bytes.length && bytes[place] >= 0) {
      place++;
    }
    return place;
  }

  private static boolean isAscii(byte[] bytes, int place) {
    return ((long) EIGHT_BYTES.get(bytes, place) & NOT_ASCII) == 0;
  }
}
