package io.workspacesql.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workspacesql.api.json.PageDocument;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A page of 100 workspaces from bytes to rows. */
@State(Scope.Benchmark)
public class PageDecoding {
  private static final List<ColumnDefinition> ALL = Catalog.WORKSPACES.columns();
  private static final List<ColumnDefinition> TWO =
      List.of(Catalog.WORKSPACES.column("name"), Catalog.WORKSPACES.column("status"));
  private static final JsonFactory JSON = new JsonFactory();

  private final byte[] page =
      IntStream.range(0, 100)
          .mapToObj(PageDecoding::workspace)
          .collect(Collectors.joining(",", "{\"data\":[", "],\"next\":null}"))
          .getBytes(StandardCharsets.UTF_8);

  private static String workspace(int number) {
    return "{\"id\":\"7c9e6679-7425-40de-944b-e07fc1f90%03d\",".formatted(number)
        + "\"name\":\"Globex Payroll %04d\",".formatted(number)
        + "\"organization_id\":\"550e8400-e29b-41d4-a716-446655440000\",\"status\":\"active\","
        + "\"cache_enabled\":true,\"tombstone\":false,"
        + "\"created_at\":\"2026-01-02T03:04:05.678901Z\","
        + "\"updated_at\":\"2026-06-07T08:09:10.111213Z\","
        + "\"visibility\":\"shared\",\"color\":\"#336699\"}";
  }

  /** All ten columns. */
  @Benchmark
  public Object allColumns() throws Exception {
    return PageDocument.read(page, ALL);
  }

  /** Two of the ten. */
  @Benchmark
  public Object twoColumns() throws Exception {
    return PageDocument.read(page, TWO);
  }

  /** The parser alone, with the text of every value. */
  @Benchmark
  public int tokens() throws Exception {
    int length = 0;
    try (JsonParser parser = JSON.createParser(page)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        length += token.isScalarValue() ? parser.getText().length() : 0;
      }
    }
    return length;
  }
}
