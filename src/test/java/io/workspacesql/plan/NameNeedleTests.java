package io.workspacesql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever SQL finds in a name, every server must find, however that folds case. */
final class NameNeedleTests {

  /** How a server may make a name and a needle comparable. */
  private enum Server {
    EXACT_BUT_ASCII(NameNeedleTests::lowerAscii),
    LOWERING(text -> text.toLowerCase(Locale.ROOT)),
    LOWERING_EACH(text -> each(text, Character::toLowerCase)),
    UPPERING(text -> text.toUpperCase(Locale.ROOT)),
    UPPERING_EACH(text -> each(text, Character::toUpperCase)),
    FOLDING(text -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)),
    COMPOSING(text -> lowerAscii(Normalizer.normalize(text, Normalizer.Form.NFC)));

    private final UnaryOperator<String> form;

    Server(UnaryOperator<String> form) {
      this.form = form;
    }

    boolean finds(String needle, String name) {
      return form.apply(name).contains(form.apply(needle));
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_server_finds_what_is_made_of_any_character(Server server) {
    List<String> missed = new ArrayList<>();
    names()
        .forEach(
            name -> {
              check(server, name, name, Alphabet.EXACT, missed);
              check(server, name, name, Alphabet.ASCII, missed);
              check(server, name, lowerAscii(name), Alphabet.ASCII, missed);
              check(server, name, upperAscii(name), Alphabet.ASCII, missed);
              check(server, name, Fold.LOWER.apply(name), Alphabet.LOWERED, missed);
              check(server, name, Fold.UPPER.apply(name), Alphabet.UPPERED, missed);
            });

    assertThat(missed).isEmpty();
  }

  private static void check(
      Server server, String name, String held, Alphabet alphabet, List<String> missed) {
    String needle = NameNeedle.longest(List.of(held), alphabet);
    if (needle != null && !server.finds(needle, name) && missed.size() < 10) {
      missed.add(alphabet + ": " + Integer.toHexString(name.codePointAt(1)) + " by " + needle);
    }
  }

  /**
   * Each character behind another letter and alone, so that the longest piece is the one made of
   * it.
   */
  private static Stream<String> names() {
    return IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
        .filter(point -> Character.isDefined(point) && !isPrivate(point))
        .mapToObj(Character::toString)
        .flatMap(sign -> Stream.of("1" + sign + "2", "\u00E9" + sign, "ab" + sign + " c" + sign));
  }

  private static boolean isPrivate(int point) {
    return Character.getType(point) == Character.PRIVATE_USE;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          'Kelvin & Söhne',  EXACT,   'Kelvin & Söhne'
          'kelvin & söhne',  LOWERED, 'n & s'
          'Café au lait', EXACT, 'au lait'
          'Café',      EXACT,   'Caf'
          'BIG BOX 12',      UPPERED, 'G BOX 12'
          '50%_off',         EXACT,   '50%_off'
          'back\\slash',     EXACT,   'slash'
          '  x  ',           EXACT,   'x'
          '\\',              EXACT,
          '',                EXACT,
          'ΟΔΟΣ 1',          EXACT,   'ΟΔΟ'
          """)
  void the_longest_safe_piece_is_asked_for(String text, Alphabet alphabet, String needle) {
    assertThat(NameNeedle.longest(List.of(text), alphabet)).isEqualTo(needle);
  }

  @Test
  void the_longest_of_several_texts_is_asked_for() {
    assertThat(NameNeedle.longest(List.of("ab", "\uD83D\uDE80\uD83D\uDE80", "xyz"), Alphabet.EXACT))
        .isEqualTo("xyz");
  }

  private static String lowerAscii(String text) {
    return each(text, point -> point >= 'A' && point <= 'Z' ? point + 32 : point);
  }

  private static String upperAscii(String text) {
    return each(text, point -> point >= 'a' && point <= 'z' ? point - 32 : point);
  }

  private static String each(String text, java.util.function.IntUnaryOperator change) {
    return text.codePoints()
        .map(change)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
