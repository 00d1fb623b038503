package io.workspacesql.soundness;

import io.workspacesql.demo.LoggedRequest;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs steps through the driver and holds what comes of them against the model. */
final class Playback implements AutoCloseable {
  private final WrittenOrganization organization;
  private final WrittenServer server;
  private final Model model;

  private Playback(WrittenOrganization organization, WrittenServer server, Model model) {
    this.organization = organization;
    this.server = server;
    this.model = model;
  }

  static Playback start(WrittenOrganization organization) throws IOException, SQLException {
    WrittenServer server = WrittenServer.start(organization);
    return new Playback(
        organization, server, new Model(organization, server.organizationId(), server.rows()));
  }

  /** The first difference that a script makes on an organization of its own; empty = none. */
  static Optional<Difference> of(WrittenOrganization organization, List<Step> script) {
    try (Playback playback = start(organization)) {
      for (Step step : script) {
        Optional<Difference> difference = playback.run(step);
        if (difference.isPresent()) {
          return difference;
        }
      }
      return Optional.empty();
    } catch (IOException | SQLException e) {
      return Optional.of(new Difference("harness", e.toString()));
    }
  }

  Model model() {
    return model;
  }

  /** What is wrong with a step; empty = nothing. After a difference there is nothing to go on. */
  Optional<Difference> run(Step step) throws SQLException {
    Instant now = server.tick();
    int before = server.log().size();
    Returned returned = Execution.of(server, step);
    List<LoggedRequest> log = server.log();
    List<LoggedRequest> requests = log.subList(before, log.size());
    List<Map<Column, Object>> rows = server.rows();
    Judgement judgement =
        new Judgement(organization, model, step, returned, requests, now, created(step, rows));
    return judgement
        .difference()
        .or(() -> inState(rows))
        .or(() -> inReport(step, returned, requests))
        .or(() -> requests.stream().anyMatch(Sent::writes) ? inSelect() : Optional.empty());
  }

  /** The ids of new workspaces by name; in a batch, where names may change again, none. */
  private Map<Object, Object> created(Step step, List<Map<Column, Object>> rows) {
    Map<Object, Object> created = new LinkedHashMap<>();
    if (!step.via().isBatch()) {
      rows.stream()
          .filter(row -> !model.rows().containsKey(row.get(Column.ID)))
          .forEach(row -> created.put(row.get(Column.NAME), row.get(Column.ID)));
    }
    return created;
  }

  private Optional<Difference> inState(List<Map<Column, Object>> rows) {
    return Difference.of("state", model.difference(rows));
  }

  /** What {@code driver.last_write} tells of a write that ended well, body by body. */
  private Optional<Difference> inReport(
      Step step, Returned returned, List<LoggedRequest> requests) {
    if (returned.failure() != null || step.via() == Via.EXPLAIN || step.via() == Via.DRY_RUN) {
      return Optional.empty();
    }
    if (step.writes().stream().anyMatch(Playback::isInsert)) {
      return Optional.empty();
    }
    Answer sent =
        Answer.bag(
            requests.stream()
                .filter(Sent::writes)
                .map(one -> List.<Object>of(one.method(), one.path(), one.body()))
                .toList());
    String told = "SELECT http_method, path, COALESCE(body, '') FROM driver.last_write";
    return Difference.of("last_write", sent.difference(select(told)));
  }

  private static boolean isInsert(Write write) {
    return write instanceof Write.Insert || write instanceof Write.Copy;
  }

  /** What the driver reads now. */
  private Optional<Difference> inSelect() {
    Table table = model.table(List.of());
    Answer all = Answer.bag(table.all());
    Answer counts = Answer.bag(table.countByStatus());
    return Difference.of("select", all.difference(select("SELECT * FROM workspaces")))
        .or(
            () ->
                Difference.of(
                    "count",
                    counts.difference(
                        select("SELECT status, COUNT(*) FROM workspaces GROUP BY status"))));
  }

  private List<List<Object>> select(String sql) {
    try (Statement statement = server.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return Comparison.read(rows);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    server.close();
  }
}
