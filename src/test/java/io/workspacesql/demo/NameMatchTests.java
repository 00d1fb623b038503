package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameMatchTests {

  @ParameterizedTest(name = "{0} contains {1}: {2} {3} {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        // name, text, UNICODE, ASCII, UNESCAPED_ILIKE
        "Acme Robotics, acme, true, true, true",
        "Acme Robotics, MEX, false, false, false",
        "Acme, '', true, true, true",
        "'', a, false, false, false",
        "Straße, STRASSE, false, false, false",
        "STRAẞE, straße, true, false, true",
        "École, éCOLE, true, false, true",
        "\u212Aelvin, kelvin, true, false, true",
        "\u017Fatin, satin, false, false, false",
        "İstanbul, i, true, false, true",
        "ISTANBUL, ı, false, false, false",
        "ΟΔΟΣ, οδοσ, false, false, false",
        "ΟΔΟΣ, οδος, true, false, true",
        "ΟΔΟΣ 12, οδοσ, false, false, false",
        "100% Organic, 0% o, true, true, true",
        "1000 Organic, 0% o, false, false, true",
        "under score, r_s, false, false, true",
        "under_score, r_s, true, true, true",
        "Rocket 🚀 Labs, t _ l, false, false, true",
        "back\\slash, k\\s, true, true, false",
        "back\\slash, k\\\\s, false, false, true",
        "100%, 0\\%, false, false, true",
        "ends\\, s\\, true, true, false",
        "ends%, s\\, false, false, true",
      })
  void folding_and_wildcards_follow_the_dialect(
      String name, String text, boolean unicode, boolean ascii, boolean ilike) {
    assertThat(NameMatch.UNICODE.containing(text).test(name)).as("UNICODE").isEqualTo(unicode);
    assertThat(NameMatch.ASCII.containing(text).test(name)).as("ASCII").isEqualTo(ascii);
    assertThat(NameMatch.UNESCAPED_ILIKE.containing(text).test(name)).as("ILIKE").isEqualTo(ilike);
  }
}
