package io.workspacesql.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a case that fails smaller as long as it fails in the same way. */
final class Shrinking {
  private static final int ATTEMPTS = 600;

  private final Function<Case, Optional<Difference>> check;
  private final String kind;
  private int attempts;

  private Shrinking(Function<Case, Optional<Difference>> check, String kind) {
    this.check = check;
    this.kind = kind;
  }

  /** The smallest case found. */
  static Case shrink(Case failing, Function<Case, Optional<Difference>> check) {
    String kind = check.apply(failing).map(Difference::kind).orElse("");
    return new Shrinking(check, kind).smallest(failing);
  }

  private Case smallest(Case failing) {
    Case smallest = failing;
    Optional<Case> smaller = Optional.of(failing);
    while (smaller.isPresent() && attempts < ATTEMPTS) {
      smallest = smaller.get();
      smaller = candidates(smallest).filter(this::failsAlike).findFirst();
    }
    return smallest;
  }

  private boolean failsAlike(Case candidate) {
    return attempts++ < ATTEMPTS
        && check.apply(candidate).filter(difference -> difference.kind().equals(kind)).isPresent();
  }

  private static Stream<Case> candidates(Case failing) {
    Query query = failing.query();
    return Stream.of(
            executions(failing),
            queries(query).map(failing::withQuery),
            nodes(query.where()).map(query::withWhere).map(failing::withQuery),
            nodes(query.other()).map(query::withOther).map(failing::withQuery),
            literals(failing))
        .flatMap(Function.identity());
  }

  private static Stream<Case> executions(Case failing) {
    List<List<Given>> executions = failing.executions();
    return executions.size() == 1
        ? Stream.of()
        : executions.stream().map(only -> failing.withExecutions(List.of(only)));
  }

  private static Stream<Query> queries(Query query) {
    Stream<Query> shapes =
        Stream.of(Shape.ALL, Shape.OUTPUTS, Shape.DERIVED, Shape.JOIN)
            .filter(shape -> shape.ordinal() < query.shape().ordinal())
            .map(query::withShape);
    Stream<Query> outputs =
        query.outputs().size() < 2
            ? Stream.of()
            : query.outputs().stream().map(only -> query.withOutputs(List.of(only)));
    return Stream.concat(shapes, outputs);
  }

  /** The node made smaller in one place. */
  static Stream<Node> nodes(Node node) {
    Stream<Node> truths =
        node.type() == Type.TRUTH && !node.equals(Node.TRUE) ? Stream.of(Node.TRUE) : Stream.of();
    Stream<Node> parts = node.operands().stream().filter(operand -> operand.type() == node.type());
    return Stream.of(truths, parts, inside(node)).flatMap(Function.identity());
  }

  private static Stream<Node> inside(Node node) {
    if (node instanceof Node.Lookup lookup) {
      return nodes(lookup.where())
          .map(where -> new Node.Lookup(lookup.found(), lookup.column(), where));
    }
    return node instanceof Node.Call call
        ? Stream.concat(
            fewer(call),
            IntStream.range(0, call.operands().size()).boxed().flatMap(i -> within(call, i)))
        : shorter(node);
  }

  private static Stream<Node> fewer(Node.Call call) {
    boolean isList = call.operator() == Operator.IN || call.operator() == Operator.NOT_IN;
    return isList && call.operands().size() > 2
        ? IntStream.range(1, call.operands().size()).mapToObj(i -> without(call, i))
        : Stream.of();
  }

  private static Node without(Node.Call call, int position) {
    List<Node> operands = new ArrayList<>(call.operands());
    operands.remove(position);
    return new Node.Call(call.operator(), operands);
  }

  private static Stream<Node> within(Node.Call call, int position) {
    return nodes(call.operands().get(position))
        .map(
            smaller -> {
              List<Node> operands = new ArrayList<>(call.operands());
              operands.set(position, smaller);
              return new Node.Call(call.operator(), operands);
            });
  }

  private static Stream<Node> shorter(Node node) {
    if (!(node instanceof Node.Literal literal)
        || !(literal.value() instanceof String text)
        || text.length() < 2) {
      return Stream.of();
    }
    int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
    return Stream.of(text.substring(0, middle), text.substring(middle))
        .map(half -> new Node.Literal(Type.TEXT, half, literal.bare()));
  }

  /** The parameters written as literals. */
  private static Stream<Case> literals(Case failing) {
    List<Given> values = failing.executions().get(0);
    if (failing.executions().size() > 1 || values.isEmpty()) {
      return Stream.of();
    }
    Query query = failing.query();
    return Stream.of(
        failing
            .withQuery(
                new Query(
                    query.shape(),
                    query.outputs().stream().map(node -> filled(node, values)).toList(),
                    filled(query.where(), values),
                    filled(query.other(), values),
                    query.limit(),
                    query.offset()))
            .withExecutions(List.of(List.of())));
  }

  /** The node with its parameters written as literals. */
  static Node filled(Node node, List<Given> values) {
    if (node instanceof Node.Parameter parameter) {
      return values.get(parameter.index()).literal();
    }
    if (node instanceof Node.Lookup lookup) {
      return new Node.Lookup(lookup.found(), lookup.column(), filled(lookup.where(), values));
    }
    return node instanceof Node.Call call
        ? new Node.Call(
            call.operator(), call.operands().stream().map(o -> filled(o, values)).toList())
        : node;
  }
}
