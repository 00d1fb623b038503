package io.workspacesql.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages whose rows have their keys in any order, some of them, others, or one twice. */
class RepeatedKeysTests {
  private static final long SEED = 20_261_128;
  private static final int PAGES = 30_000;
  private static final List<ColumnDefinition> COLUMNS =
      Stream.of("id", "status", "name").map(Catalog.WORKSPACES::column).toList();
  private static final List<String> OTHERS =
      List.of("color", "visibility", "n", "na", "names", "nàme", "\\u006eame2", "inner");

  @Test
  void every_row_is_read_by_its_keys_and_none_with_a_key_twice() {
    Random random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < PAGES; i++) {
      List<Row> rows = rows(random);
      boolean twice = rows.stream().anyMatch(Row::hasKeyTwice);
      assertThat(read(rows)).as("%s", rows).isEqualTo(twice ? Optional.empty() : values(rows));
      refused += twice ? 1 : 0;
    }
    assertThat(refused).as("pages with a key twice").isBetween(PAGES / 20, PAGES - PAGES / 20);
  }

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    List<Field> usual = fields(random);
    for (int count = random.nextInt(4); count >= 0; count--) {
      List<Field> fields = new ArrayList<>(usual);
      switch (random.nextInt(6)) {
        case 0 -> Collections.shuffle(fields, random);
        case 1 -> fields.remove(1 + random.nextInt(fields.size() - 1));
        case 2 -> fields.add(1 + random.nextInt(fields.size()), field(random, OTHERS));
        case 3 -> fields.add(fields.get(random.nextInt(fields.size())));
        default -> {}
      }
      rows.add(new Row(fields));
    }
    return rows;
  }

  private static List<Field> fields(Random random) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("id", "i" + random.nextInt(10)));
    fields.add(new Field("name", "n" + random.nextInt(10)));
    if (random.nextBoolean()) {
      fields.add(new Field("status", "active"));
    }
    if (random.nextBoolean()) {
      fields.add(field(random, OTHERS));
    }
    return fields;
  }

  private static Field field(Random random, List<String> names) {
    return new Field(names.get(random.nextInt(names.size())), "v");
  }

  private static Optional<List<List<Object>>> read(List<Row> rows) {
    String body =
        rows.stream().map(Row::json).collect(Collectors.joining(",", "{\"data\":[", "]}"));
    try {
      return Optional.of(
          PageDocument.read(body.getBytes(StandardCharsets.UTF_8), COLUMNS).rows().stream()
              .map(RepeatedKeysTests::shown)
              .toList());
    } catch (BadDocumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<List<Object>>> values(List<Row> rows) {
    return Optional.of(
        rows.stream()
            .map(row -> COLUMNS.stream().map(column -> row.value(column.name())).toList())
            .toList());
  }

  private static List<Object> shown(Object[] row) {
    return Stream.of(row).map(String::valueOf).map(Object.class::cast).toList();
  }

  private record Field(String name, String value) {
    /** The value stands in an object of its own under one of the names. */
    String json() {
      return "\"%s\":%s"
          .formatted(
              name, name.equals("inner") ? "{\"id\":\"x\",\"a\":[{}]}" : "\"" + value + "\"");
    }
  }

  private record Row(List<Field> fields) {
    boolean hasKeyTwice() {
      return new HashSet<>(fields.stream().map(Field::name).toList()).size() < fields.size();
    }

    Object value(String name) {
      return fields.stream()
          .filter(field -> field.name().equals(name))
          .map(Field::value)
          .findFirst()
          .orElse("null");
    }

    String json() {
      return fields.stream().map(Field::json).collect(Collectors.joining(",", "{", "}"));
    }
  }
}
