package io.workspacesql.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random cases: the same seed gives the same ones. */
final class Cases {
  private static final int EXECUTIONS = 3;
  private static final Column[] KEYS = {
    Column.STATUS, Column.VISIBILITY, Column.CACHE_ENABLED, Column.TOMBSTONE
  };

  private final Organization organization;
  private final Server server;

  Cases(Organization organization, Server server) {
    this.organization = organization;
    this.server = server;
  }

  Case of(long seed) {
    Random random = new Random(seed);
    Values values = new Values(random, server.rows(), server.micros());
    Shape shape =
        random.nextBoolean() ? Shape.ALL : Shape.values()[random.nextInt(Shape.values().length)];
    Conditions any = new Conditions(random, values);
    boolean ofStatus = shape == Shape.STATUS_AGGREGATES && random.nextInt(4) > 0;
    Conditions conditions = ofStatus ? any.ofStatus() : any;
    List<Node> outputs = outputs(shape, random, values, conditions);
    Node where =
        shape.uses('w') || shape.uses('a') ? conditions.condition(random.nextInt(4)) : Node.TRUE;
    Node other =
        shape.uses('v') || shape.uses('b') ? conditions.condition(random.nextInt(3)) : Node.TRUE;
    int limit = random.nextInt(4) == 0 ? random.nextInt(250) : random.nextInt(12);
    Query query = new Query(shape, outputs, where, other, limit, random.nextInt(3) * 4);
    int executions = values.hasParameters() ? EXECUTIONS : 1;
    return new Case(
        organization,
        query,
        IntStream.range(0, executions).mapToObj(i -> values.execution()).toList());
  }

  private List<Node> outputs(Shape shape, Random random, Values values, Conditions conditions) {
    List<Node> outputs = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      outputs.add(
          switch (shape) {
            case GROUPED, HAVING -> Conditions.read(KEYS[random.nextInt(KEYS.length)]);
            case ORDERED, UNION, UNION_ALL, INTERSECT, EXCEPT ->
                Conditions.read(Column.values()[random.nextInt(Column.values().length)]);
            case VALUES_JOIN -> key(random);
            default -> conditions.output();
          });
    }
    boolean distinctOnly = shape == Shape.GROUPED || shape == Shape.HAVING;
    return distinctOnly ? outputs.stream().distinct().toList() : outputs;
  }

  private Node key(Random random) {
    int at = random.nextInt(server.rows().size() + 1);
    Object id =
        at < server.rows().size() ? server.rows().get(at).get(Column.ID) : "no such workspace";
    return new Node.Literal(Type.TEXT, id, false);
  }
}
