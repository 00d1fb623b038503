package io.workspacesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("threat-11")
class SecretScanTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"canary", "CaNaRy-5ecret", "the secret-canary!", "x:canary/+", "xy:canary"})
  void a_secret_is_found_as_it_is_and_encoded(String secret) {
    byte[] bytes = secret.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    assertThat(PlantedSecrets.in(secret)).isPresent();
    assertThat(PlantedSecrets.in(URLEncoder.encode(secret, StandardCharsets.UTF_8))).isPresent();
    assertThat(PlantedSecrets.in("a " + Base64.getEncoder().encodeToString(bytes))).isPresent();
    assertThat(PlantedSecrets.in("a " + Base64.getUrlEncoder().encodeToString(bytes))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "jdbc:airbyte:demo", "***"})
  void other_text_is_no_secret(String text) {
    assertThat(PlantedSecrets.in(text)).isEmpty();
  }

  @Test
  void what_is_printed_in_pieces_fails_the_test() {
    PrintStream out = SecretScan.scanned(new PrintStream(OutputStream.nullOutputStream()));
    out.print("Authorization: Bearer can");
    out.println("ary-1");
    assertThatThrownBy(SecretScan::failIfLeaked)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Authorization")
        .hasMessageNotContaining("ary-1");
    out.println("nothing");
    assertThatCode(SecretScan::failIfLeaked).doesNotThrowAnyException();
  }

  @Test
  void this_jvm_prints_through_the_scan() {
    System.out.println("Bearer canary-of-the-scan-itself");
    assertThatThrownBy(SecretScan::failIfLeaked).isInstanceOf(AssertionError.class);
  }
}
