package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultScriptTests {
  private static final String ID = "3f2c6f0e-0000-4000-8000-000000000000";

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ";", " ; "})
  void a_blank_script_has_no_faults(String text) {
    assertThat(FaultScript.parse(text)).isEqualTo(FaultScript.NONE);
  }

  @Test
  void scripts_are_equal_when_the_same_goes_wrong() {
    assertThat(FaultScript.parse(" 503  on GET every 1;cut of any with effect "))
        .isEqualTo(FaultScript.parse("503 of GET; cut on any"))
        .hasSameHashCodeAs(FaultScript.parse("503 of GET; cut on any"))
        .isNotEqualTo(FaultScript.parse("503 on GET; reset on any"));
  }

  @Test
  void a_script_is_shown_as_it_was_written() {
    assertThat(FaultScript.parse(" 503 on GET; cut on any ")).hasToString("503 on GET; cut on any");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "429 on DELETE call 3 retry-after 1; cut body of GET /workspaces every 10;"
            + " 504 on DELETE effect after 2s",
        "502 html on PUT /workspaces/{id} first 2 with effect retry-after date 5s",
        "slow 500ms on /workspaces/stats from 4 without effect",
        "delay 1m on POST /account/applications/scoped-token",
        "silence on any; truncated on any; reset on any; cut headers on any"
      })
  void every_word_of_the_grammar_can_be_used(String text) {
    assertThat(FaultScript.parse(text).faults()).hasSize(text.split(";", -1).length);
  }

  @ParameterizedTest
  @CsvSource({
    "'DELETE', 'Fault 1, word 1: a status from 400 to 599, cut, reset, truncated, slow, delay or"
        + " silence is expected, not ''DELETE'''",
    "'200 on GET', 'Fault 1, word 1: a status from 400 to 599, cut, reset, truncated, slow, delay"
        + " or silence is expected, not ''200'''",
    "'503', 'Fault 1, word 2: ''on'' or ''of'' is expected, not its end'",
    "'503 GET', 'Fault 1, word 2: ''on'' or ''of'' is expected, not ''GET'''",
    "'503 on get', 'Fault 1, word 3: any, a method or a path of the API is expected, not ''get'''",
    "'503 on PATCH', 'Fault 1, word 3: any, a method or a path of the API is expected, not"
        + " ''PATCH'''",
    "'503 on /workspace', 'Fault 1, word 3: an endpoint''s path is expected, not ''/workspace'''",
    "'503 on PUT /workspaces', 'Fault 1, word 4: an endpoint''s path is expected, not"
        + " ''/workspaces'''",
    "'503 on GET call', 'Fault 1, word 5: a number from 1 is expected, not its end'",
    "'503 on GET every 0', 'Fault 1, word 5: a number from 1 is expected, not ''0'''",
    "'slow on GET', 'Fault 1, word 2: a time such as 500ms, 2s or 1m is expected, not ''on'''",
    "'cut on GET retry-after 1', 'Fault 1, word 4: the end of the fault, or another order of its"
        + " parts, is expected, not ''retry-after'''",
    "'503 on GET retry-after 1 call 2', 'Fault 1, word 6: the end of the fault, or another order of"
        + " its parts, is expected, not ''call'''",
    "'503 on GET retry-after 5ms', 'Fault 1, word 5: a time in whole seconds is expected, not"
        + " ''5ms'''",
    "'cut on GET; ; cut on PUT effect', 'Fault 2, word 5: ''after'' is expected, not its end'",
    "'cut on PUT with', 'Fault 1, word 5: ''effect'' is expected, not its end'"
  })
  void what_cannot_be_read_is_refused_with_its_place(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FaultScript.parse(text))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "call 3, 3",
    "first 3, 1 2 3",
    "from 7, 7 8 9",
    "every 4, 4 8",
    "'', 1 2 3 4 5 6 7 8 9"
  })
  void an_occasion_picks_calls_by_their_number(String occasion, String struck) {
    Faults faults = Faults.of(FaultScript.parse("503 on GET " + occasion));
    List<String> calls =
        IntStream.rangeClosed(1, 9)
            .filter(call -> faults.next(Route.STATS, url("/workspaces/stats")).isPresent())
            .mapToObj(Integer::toString)
            .toList();

    assertThat(String.join(" ", calls)).isEqualTo(struck);
  }

  @ParameterizedTest
  @CsvSource({
    "any, true, true, true",
    "GET, true, false, true",
    "/workspaces/{id}, true, true, false",
    "/workspaces, false, false, true",
    "PUT /workspaces/{x}, false, true, false",
    "GET /workspaces/" + ID + ", true, false, false",
    "/workspaces/3F2C6F0E-0000-4000-8000-000000000000, true, true, false",
    "/workspaces/00000000-0000-4000-8000-000000000000, false, false, false"
  })
  void a_request_is_meant_by_method_endpoint_and_id(
      String request, boolean get, boolean update, boolean list) {
    Faults faults = Faults.of(FaultScript.parse("503 on " + request));

    assertThat(faults.next(Route.GET, url("/workspaces/" + ID)).isPresent()).isEqualTo(get);
    assertThat(faults.next(Route.UPDATE, url("/workspaces/" + ID)).isPresent()).isEqualTo(update);
    assertThat(faults.next(Route.LIST, url("/workspaces")).isPresent()).isEqualTo(list);
  }

  @Test
  void of_several_faults_the_first_strikes_and_all_count() {
    Faults faults =
        Faults.of(FaultScript.parse("500 on any call 2; 501 on any first 2; 502 on any call 3"));
    List<Integer> statuses = IntStream.range(0, 4).mapToObj(i -> status(faults)).toList();

    assertThat(statuses).containsExactly(501, 500, 502, 0);
  }

  private static int status(Faults faults) {
    return faults
        .next(Route.GET, url("/workspaces/" + UUID.randomUUID()))
        .map(fault -> ((Damage.Status) fault.damage()).code())
        .orElse(0);
  }

  private static HttpUrl url(String path) {
    return HttpUrl.get("http://127.0.0.1/api/v1" + path);
  }
}
