package io.workspacesql.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The short half of the fuzzing: all inputs that {@link LongFuzz} keeps, and so many changes of
 * them, always the same unless {@code -Dfuzz.seed} says otherwise.
 */
final class FuzzTests {
  private static final Path INPUTS =
      Path.of("src/test/resources/io/workspacesql/fuzz/LongFuzzInputs");
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  @Tag("threat-15")
  @ParameterizedTest
  @EnumSource(Target.class)
  @Timeout(300)
  void kept_inputs_and_changes_of_them_do_no_harm(Target target) {
    List<byte[]> inputs = inputs(target);
    assertThat(inputs).isNotEmpty();
    inputs.forEach(input -> feed(target, input));
    Mutation mutation = new Mutation(new Random(SEED), inputs);
    for (int round = 0; round < target.rounds(); round++) {
      feed(target, mutation.next());
    }
  }

  private static void feed(Target target, byte[] input) {
    try {
      target.feed(input);
    } catch (Throwable e) {
      throw new AssertionError(
          "%s with seed %d, input [%s] = %s"
              .formatted(
                  target,
                  SEED,
                  new String(input, StandardCharsets.UTF_8),
                  HexFormat.of().formatHex(input)),
          e);
    }
  }

  private static List<byte[]> inputs(Target target) {
    Path folder = INPUTS.resolve(target.name().toLowerCase(Locale.ROOT));
    try (Stream<Path> files = Files.list(folder)) {
      return Arrays.asList(files.sorted().map(FuzzTests::bytes).toArray(byte[][]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
