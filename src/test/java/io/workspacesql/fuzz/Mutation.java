package io.workspacesql.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes odd inputs from good ones: pieces are lost, doubled, swapped for those of others. */
final class Mutation {
  private static final int MOST_BYTES = 600;
  private static final int MOST_CHANGES = 4;

  /** Where parsers have their edges. */
  private static final List<String> EDGES =
      List.of(
          "",
          "\0",
          "%",
          "%00",
          "\"",
          "'",
          "\\",
          "[",
          "{",
          "(",
          "-1",
          "9".repeat(40),
          "\ud83d",
          "\u0130",
          "\ufeff",
          "/*",
          "--",
          ";",
          "1e999",
          "null",
          "[[[[[[[[",
          "((((((((",
          "?",
          "&",
          "=");

  private final Random random;
  private final List<byte[]> inputs;

  Mutation(Random random, List<byte[]> inputs) {
    this.random = random;
    this.inputs = inputs;
  }

  byte[] next() {
    byte[] input = any();
    for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
      input = changed(input);
    }
    return input.length <= MOST_BYTES ? input : piece(input);
  }

  private byte[] any() {
    return inputs.get(random.nextInt(inputs.size()));
  }

  private byte[] changed(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(12));
    return switch (random.nextInt(6)) {
      case 0 -> joined(input, from, new byte[0], to);
      case 1 -> joined(input, from, new byte[] {(byte) random.nextInt(256)}, to);
      case 2 -> joined(input, from, edge(), to);
      case 3 -> joined(input, from, piece(input), from);
      case 4 -> joined(input, from, piece(any()), to);
      default -> joined(input, from, piece(any()), input.length);
    };
  }

  private byte[] edge() {
    return EDGES.get(random.nextInt(EDGES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] piece(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int length = Math.min(random.nextInt(MOST_BYTES), input.length - from);
    return joined(new byte[0], 0, java.util.Arrays.copyOfRange(input, from, from + length), 0);
  }

  private static byte[] joined(byte[] input, int from, byte[] middle, int to) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(input, 0, from);
    joined.writeBytes(middle);
    joined.write(input, to, input.length - to);
    return joined.toByteArray();
  }
}
