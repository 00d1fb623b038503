package io.workspacesql.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.api.MintedToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderedTokenDocumentTests {
  private static MintedToken widget(String token) throws BadDocumentException {
    String body = "{\"token\":\"" + token + "\",\"more\":[1]}";
    return OrderedTokenDocument.widget(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String content(String token) {
    return "{\"token\":\"" + token + "\",\"widgetUrl\":\"https://w/?a=ÿÿÿ>>>\",\"x\":{\"y\":2}}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"s", "st", "sto", "~~~???"})
  void a_widget_token_is_read_in_both_alphabets_with_and_without_padding(String scoped)
      throws BadDocumentException {
    byte[] content = content(scoped).getBytes(StandardCharsets.UTF_8);
    for (Base64.Encoder encoder :
        new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
      for (Base64.Encoder each : new Base64.Encoder[] {encoder, encoder.withoutPadding()}) {
        String token = each.encodeToString(content);
        MintedToken minted = widget(token);
        assertThat(minted.scoped().secret().reveal()).isEqualTo(scoped);
        assertThat(minted.widget().token().reveal()).isEqualTo(token);
        assertThat(minted.widget().url().reveal()).isEqualTo("https://w/?a=ÿÿÿ>>>");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%%%",
        "canary",
        "QQQQQ",
        "W10",
        "eyJ0b2tlbiI6ImNhbmFyeSJ9",
        "eyJ3aWRnZXRVcmwiOiJodHRwczovL3cifQ",
        "eyJ0b2tlbiI6IiIsIndpZGdldFVybCI6Imh0dHBzOi8vdyJ9"
      })
  void another_token_is_refused_and_not_quoted(String token) {
    assertThatThrownBy(() -> widget(token))
        .isInstanceOf(BadDocumentException.class)
        .hasNoCause()
        .hasMessageNotContaining(token);
  }

  @Test
  void a_minted_token_prints_no_secret() throws BadDocumentException {
    byte[] content = content("canary").getBytes(StandardCharsets.UTF_8);
    assertThat(widget(Base64.getEncoder().encodeToString(content)).toString())
        .doesNotContain("canary", "https://w");
  }
}
