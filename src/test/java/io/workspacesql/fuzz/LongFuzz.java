package io.workspacesql.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * The long half of the fuzzing, guided by coverage: {@code mvn -Pfuzz -Dfuzz.target=sql}. Ordinary
 * builds leave it out, since Jazzer changes the classes of the JVM it runs in.
 */
final class LongFuzz {
  private static final String TIME = "5m";

  @FuzzTest(maxDuration = TIME)
  void url(byte[] input) {
    Target.URL.feed(input);
  }

  @FuzzTest(maxDuration = TIME)
  void page(byte[] input) {
    Target.PAGE.feed(input);
  }

  @FuzzTest(maxDuration = TIME)
  void workspace(byte[] input) {
    Target.WORKSPACE.feed(input);
  }

  @FuzzTest(maxDuration = TIME)
  void deletion(byte[] input) {
    Target.DELETION.feed(input);
  }

  @FuzzTest(maxDuration = TIME)
  void stats(byte[] input) {
    Target.STATS.feed(input);
  }

  @FuzzTest(maxDuration = TIME)
  void token(byte[] input) {
    Target.TOKEN.feed(input);
  }

  @FuzzTest(maxDuration = TIME)
  void scoped_token(byte[] input) {
    Target.SCOPED_TOKEN.feed(input);
  }

  @FuzzTest(maxDuration = TIME)
  void error(byte[] input) {
    Target.ERROR.feed(input);
  }

  @FuzzTest(maxDuration = TIME)
  void cursor(byte[] input) {
    Target.CURSOR.feed(input);
  }

  @FuzzTest(maxDuration = TIME)
  void sql(byte[] input) {
    Target.SQL.feed(input);
  }

  @FuzzTest(maxDuration = TIME)
  void faults(byte[] input) {
    Target.FAULTS.feed(input);
  }
}
