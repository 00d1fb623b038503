package io.workspacesql.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault strikes each kind of read over a real socket, once and then again and again; what is
 * seen is held against what must never be, and written into the page.
 */
class ReadFaultTests {
  private static final Path PAGE = Path.of("docs/reading-through-faults.md");
  private static final int RETRIES = 3;
  private static final int AT_ONCE = 12;
  private static final List<ReadObservation> SEEN = new ArrayList<>();

  @BeforeAll
  static void strike() throws InterruptedException, ExecutionException {
    // Most of the time is spent waiting.
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<ReadObservation>> coming = new ArrayList<>();
    for (boolean stays : new boolean[] {false, true}) {
      for (ReadFault fault : ReadFault.all()) {
        for (ReadTarget target : ReadTarget.values()) {
          coming.add(threads.submit(() -> ReadObservation.of(target, fault, stays)));
        }
      }
    }
    threads.shutdown();
    for (Future<ReadObservation> observation : coming) {
      SEEN.add(observation.get());
    }
  }

  static Stream<ReadObservation> seen() {
    return SEEN.stream();
  }

  static Stream<ReadObservation> once() {
    return SEEN.stream().filter(cell -> !cell.stays() && cell.fault().passes());
  }

  static Stream<ReadObservation> failed() {
    return SEEN.stream().filter(cell -> cell.failure() != null);
  }

  @ParameterizedTest
  @MethodSource("seen")
  void no_row_is_lost_doubled_or_invented(ReadObservation cell) {
    if (cell.saysThatThereIsNone()) {
      assertThat(cell.rows()).isEmpty();
    } else if (cell.failure() == null) {
      assertThat(cell.rows()).isEqualTo(cell.expected());
    } else {
      assertThat(cell.rows()).isEqualTo(cell.expected().subList(0, cell.rows().size()));
    }
  }

  @ParameterizedTest
  @MethodSource("once")
  void a_fault_that_passes_is_not_noticed(ReadObservation cell) {
    assertThat((Throwable) cell.failure()).isNull();
    long again = cell.fault().isLateOnly() ? 0 : 1;
    assertThat(cell.sent()).isEqualTo(cell.target().requests + again);
  }

  @ParameterizedTest
  @MethodSource("seen")
  void no_request_is_sent_more_often_than_allowed(ReadObservation cell) {
    assertThat(cell.sent()).isLessThanOrEqualTo(cell.target().requests + RETRIES);
  }

  @ParameterizedTest
  @MethodSource("failed")
  void a_failure_says_how_often_it_was_tried_and_what_the_server_says(ReadObservation cell) {
    String message = String.valueOf(cell.failure().getMessage());
    assertThat(message.contains("tried 4 times")).as(message).isEqualTo(cell.fault().passes());
    assertThat(message.contains("request id")).as(message).isEqualTo(cell.fault().isStatus());
  }

  @ParameterizedTest
  @MethodSource("failed")
  void a_fault_of_the_network_is_no_defect_of_the_driver(ReadObservation cell) {
    assertThat(cell.failure().getSQLState())
        .isIn("08006", "22023", "28000", "42501", "53400", "58000");
  }

  @Test
  void the_page_says_what_was_seen() throws IOException {
    GeneratedPage page =
        new GeneratedPage(Files.readString(PAGE))
            .with("once", table(false))
            .with("stays", table(true));
    Golden.assertIsText(PAGE, page.text());
  }

  private static List<String> table(boolean stays) {
    List<String> lines = new ArrayList<>();
    lines.add(row("what goes wrong", Stream.of(ReadTarget.values()).map(t -> t.title)));
    lines.add(row("---", Stream.of(ReadTarget.values()).map(t -> "---")));
    for (ReadFault fault : ReadFault.all()) {
      Stream<ReadObservation> cells =
          seen().filter(cell -> cell.stays() == stays && cell.fault().equals(fault));
      lines.add(row("`" + fault.title() + "`", cells.map(ReadObservation::text)));
    }
    return lines;
  }

  private static String row(String first, Stream<String> cells) {
    return GeneratedPage.row(Stream.concat(Stream.of(first), cells).toList());
  }
}
