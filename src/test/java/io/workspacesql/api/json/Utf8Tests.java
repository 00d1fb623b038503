package io.workspacesql.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Tests {
  private static final long SEED = 20_261_128;
  private static final int TEXTS = 300_000;
  private static final String[] PARTS = {
    "a",
    "name",
    "0123456789",
    "a text of some length that is ASCII alone",
    "ä",
    "K",
    "日本",
    "😀",
    "\u0000"
  };

  @Test
  void bytes_are_accepted_exactly_when_the_jdk_decodes_them() {
    Random random = new Random(SEED);
    int accepted = 0;
    for (int i = 0; i < TEXTS; i++) {
      byte[] bytes = bytes(random);
      boolean isUtf8 = isUtf8(bytes);
      assertThat(isAccepted(bytes)).as("%s", (Object) bytes).isEqualTo(isUtf8);
      accepted += isUtf8 ? 1 : 0;
    }
    assertThat(accepted).as("texts that are UTF-8").isBetween(TEXTS / 10, TEXTS - TEXTS / 10);
  }

  /** Some texts, changed, cut or neither. */
  private static byte[] bytes(Random random) {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(6); parts >= 0; parts--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    switch (random.nextInt(3)) {
      case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      default -> {}
    }
    return bytes;
  }

  private static boolean isAccepted(byte[] bytes) {
    try {
      Utf8.check(bytes);
      return true;
    } catch (BadDocumentException e) {
      return false;
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
