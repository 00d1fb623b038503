package io.workspacesql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one column with its values known.
 *
 * <p>Beside the exact check it knows which texts the value must hold, as alternatives of which at
 * least one applies; that is where the request's {@code name_contains} comes from.
 */
sealed interface TextTest {

  /** Whether a value, never null, passes. */
  boolean passes(Object value);

  /**
   * One element per alternative: the text to ask the server for, or null when an alternative has no
   * text that is safe to ask for.
   */
  List<@Nullable String> needles();

  /** One element per alternative: the texts that the value must hold. */
  List<List<String>> texts();

  /** {@code =} and IN. */
  record OneOf(Fold fold, Set<Object> values) implements TextTest {
    @Override
    public boolean passes(Object value) {
      return values.contains(value instanceof String text ? fold.apply(text) : value);
    }

    @Override
    public List<List<String>> texts() {
      return values.stream().map(String::valueOf).sorted().map(List::of).toList();
    }

    @Override
    public List<@Nullable String> needles() {
      List<@Nullable String> needles = new ArrayList<>();
      values.stream()
          .map(String::valueOf)
          .sorted()
          .forEach(value -> needles.add(NameNeedle.longest(List.of(value), Alphabet.of(fold))));
      return needles;
    }
  }

  /** LIKE and ILIKE. */
  record Matching(Fold fold, LikePattern pattern) implements TextTest {
    @Override
    public boolean passes(Object value) {
      return pattern.matches(fold.apply((String) value));
    }

    @Override
    public List<List<String>> texts() {
      return List.of(pattern.literals());
    }

    @Override
    public List<@Nullable String> needles() {
      Alphabet alphabet =
          pattern.ignoresAsciiCase() && fold == Fold.NONE ? Alphabet.ASCII : Alphabet.of(fold);
      List<@Nullable String> needles = new ArrayList<>();
      needles.add(NameNeedle.longest(pattern.literals(), alphabet));
      return needles;
    }
  }

  /** POSITION(text IN column) &gt; 0 and STARTS_WITH(column, text). */
  record Holding(Fold fold, String text, boolean atStart) implements TextTest {
    @Override
    public boolean passes(Object value) {
      String folded = fold.apply((String) value);
      return atStart ? folded.startsWith(text) : folded.contains(text);
    }

    @Override
    public List<List<String>> texts() {
      return List.of(List.of(text));
    }

    @Override
    public List<@Nullable String> needles() {
      List<@Nullable String> needles = new ArrayList<>();
      needles.add(NameNeedle.longest(List.of(text), Alphabet.of(fold)));
      return needles;
    }
  }

  /** OR. */
  record AnyOf(List<TextTest> tests) implements TextTest {
    @Override
    public boolean passes(Object value) {
      return tests.stream().anyMatch(test -> test.passes(value));
    }

    @Override
    public List<List<String>> texts() {
      return tests.stream().flatMap(test -> test.texts().stream()).toList();
    }

    @Override
    public List<@Nullable String> needles() {
      List<@Nullable String> needles = new ArrayList<>();
      tests.forEach(test -> needles.addAll(test.needles()));
      return needles;
    }
  }
}
