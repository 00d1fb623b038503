package io.workspacesql.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a script that fails at its end smaller as long as it fails in the same way. */
final class ScriptShrinking {
  private static final int ATTEMPTS = 300;

  private final Function<List<Step>, Optional<Difference>> check;
  private final String kind;
  private int attempts;

  private ScriptShrinking(Function<List<Step>, Optional<Difference>> check, String kind) {
    this.check = check;
    this.kind = kind;
  }

  /** The smallest script found; the same when it does not fail again. */
  static List<Step> shrink(List<Step> failing, Function<List<Step>, Optional<Difference>> check) {
    String kind = check.apply(failing).map(Difference::kind).orElse("");
    return new ScriptShrinking(check, kind).smallest(failing);
  }

  private List<Step> smallest(List<Step> failing) {
    List<Step> smallest = failing;
    Optional<List<Step>> smaller = Optional.of(failing);
    while (smaller.isPresent() && attempts < ATTEMPTS) {
      smallest = smaller.get();
      smaller = candidates(smallest).filter(this::failsAlike).findFirst();
    }
    return smallest;
  }

  private boolean failsAlike(List<Step> candidate) {
    return attempts++ < ATTEMPTS
        && check.apply(candidate).filter(difference -> difference.kind().equals(kind)).isPresent();
  }

  private static Stream<List<Step>> candidates(List<Step> failing) {
    int last = failing.size() - 1;
    List<Step> before = failing.subList(0, last);
    Stream<List<Step>> alone = last > 1 ? Stream.of(failing.subList(last, last + 1)) : Stream.of();
    Stream<List<Step>> fewer = IntStream.range(0, last).mapToObj(i -> without(failing, i));
    Stream<List<Step>> smaller =
        steps(failing.get(last))
            .map(step -> Stream.concat(before.stream(), Stream.of(step)).toList());
    return Stream.of(alone, fewer, smaller).flatMap(Function.identity());
  }

  private static <T> List<T> without(List<T> list, int position) {
    List<T> fewer = new ArrayList<>(list);
    fewer.remove(position);
    return fewer;
  }

  private static <T> Stream<List<T>> fewer(List<T> list) {
    return list.size() < 2
        ? Stream.of()
        : IntStream.range(0, list.size()).mapToObj(i -> without(list, i));
  }

  private static <T> Stream<List<T>> inOne(List<T> list, Function<T, Stream<T>> smaller) {
    return IntStream.range(0, list.size())
        .boxed()
        .flatMap(
            i ->
                smaller
                    .apply(list.get(i))
                    .map(
                        one -> {
                          List<T> changed = new ArrayList<>(list);
                          changed.set(i, one);
                          return changed;
                        }));
  }

  private static Stream<Step> steps(Step step) {
    return Stream.of(
            fewer(step.writes()).map(step::withWrites),
            fewer(step.executions()).map(step::withExecutions),
            inOne(step.writes(), ScriptShrinking::writes).map(step::withWrites),
            literals(step))
        .flatMap(Function.identity());
  }

  /** The parameters written as literals. */
  private static Stream<Step> literals(Step step) {
    List<Given> values = step.executions().get(0);
    return step.executions().size() > 1 || values.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Step(
                step.via(),
                step.writes().stream()
                    .map(write -> write.mapped(node -> Shrinking.filled(node, values)))
                    .toList(),
                List.of(List.of())));
  }

  private static Stream<Write> writes(Write write) {
    if (write instanceof Write.Update update) {
      Which which = update.which();
      return Stream.of(
              fewer(update.assignments()).map(some -> new Write.Update(some, which)),
              whiches(which).map(other -> new Write.Update(update.assignments(), other)),
              inOne(update.assignments(), ScriptShrinking::assignments)
                  .map(some -> new Write.Update(some, which)))
          .flatMap(Function.identity());
    }
    if (write instanceof Write.Delete delete) {
      return whiches(delete.which()).map(Write.Delete::new);
    }
    if (write instanceof Write.Copy copy) {
      return whiches(copy.which())
          .map(other -> new Write.Copy(copy.columns(), copy.values(), other));
    }
    Write.Insert insert = (Write.Insert) write;
    return Stream.concat(
        fewer(insert.rows()).map(rows -> new Write.Insert(insert.columns(), rows)),
        inOne(insert.rows(), row -> inOne(row, Shrinking::nodes))
            .map(rows -> new Write.Insert(insert.columns(), rows)));
  }

  private static Stream<Assignment> assignments(Assignment assignment) {
    return Shrinking.nodes(assignment.value())
        .map(value -> new Assignment(assignment.column(), value));
  }

  private static Stream<Which> whiches(Which which) {
    Query query = which.query();
    Stream<Query> shapes =
        query.shape() == Shape.ALL ? Stream.of() : Stream.of(query.withShape(Shape.ALL));
    return Stream.of(
            shapes,
            Shrinking.nodes(query.where()).map(query::withWhere),
            Shrinking.nodes(query.other()).map(query::withOther))
        .flatMap(Function.identity())
        .map(which::with);
  }
}
