package io.workspacesql.soundness;

import io.workspacesql.demo.LoggedRequest;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the model says of one step: which requests were to be sent, what was to be returned. Leaves
 * the model as the requests have left the organization.
 */
final class Judgement {
  private static final long FAILED = Statement.EXECUTE_FAILED;
  private static final int SHOWN = 3;

  private final Model model;
  private final Intents intents;
  private final Step step;
  private final Returned returned;
  private final List<LoggedRequest> requests;
  private final Deque<Sent> sent;
  private final Instant now;
  private final Map<Object, Object> created;
  private final List<Long> counts = new ArrayList<>();

  Judgement(
      WrittenOrganization organization,
      Model model,
      Step step,
      Returned returned,
      List<LoggedRequest> requests,
      Instant now,
      Map<Object, Object> created) {
    this.model = model;
    this.intents = new Intents(organization, model);
    this.step = step;
    this.returned = returned;
    this.requests = requests;
    this.sent = new ArrayDeque<>(requests.stream().filter(Sent::writes).map(Sent::of).toList());
    this.now = now;
    this.created = created;
  }

  /** A write of the step and the values of its parameters. */
  private record Entry(Write write, List<Object> parameters) {}

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Write write : step.writes()) {
      for (List<Given> values : step.executions()) {
        entries.add(new Entry(write, values.stream().map(Given::value).toList()));
      }
    }
    return entries;
  }

  /** Empty = all is as it must be. */
  Optional<Difference> difference() {
    for (Write write : step.writes()) {
      String mistake = Rules.mistake(write);
      if (mistake != null) {
        return ended(Set.of(mistake), List.of()).or(this::inRequests);
      }
    }
    String refusal = refusal();
    return refusal.isEmpty()
        ? performed()
        : ended(Set.of(refusal), allFailed()).or(this::inRequests);
  }

  /** What is refused whatever the rows are sends nothing at all. */
  private Optional<Difference> inRequests() {
    return Difference.of("requests", requests.isEmpty() ? "" : "sent: " + requests);
  }

  /** The SQLState with which everything is refused before any request; empty = it is not. */
  private String refusal() {
    if (step.via() == Via.QUERY) {
      return "02000";
    }
    if (step.via() == Via.READ_ONLY) {
      return "25006";
    }
    boolean isAdmitted = step.writes().stream().allMatch(intents::isAdmitted);
    return isAdmitted || step.via() == Via.EXPLAIN ? "" : "21000";
  }

  private Optional<Difference> performed() {
    for (Entry entry : entries()) {
      Intent intent = intents.of(entry.write(), entry.parameters(), step.via(), created);
      if (intent.isRefused()) {
        return ended(intent.refusals(), allFailed());
      }
      if (step.via() == Via.EXPLAIN || step.via() == Via.DRY_RUN) {
        return shown(entry, intent);
      }
      List<Sent> missing = consume(intent);
      if (!intent.failures().isEmpty()) {
        return ended(intent.failures(), allFailed());
      }
      if (!missing.isEmpty()) {
        String what = "not sent: " + few(missing) + "; sent instead: [" + few(sent) + "]";
        return Optional.of(new Difference("requests", what + told()));
      }
      counts.add(intent.count());
    }
    return ended(Set.of(""), counted()).or(this::inReads).or(this::inKeys);
  }

  /** Takes what the intent explains off the requests sent, each once; returns what was not sent. */
  private List<Sent> consume(Intent intent) {
    List<Sent> missing = new ArrayList<>(intent.requests());
    Set<Sent> needless = new HashSet<>(intent.needless());
    while (!sent.isEmpty() && (missing.remove(sent.peek()) || needless.remove(sent.peek()))) {
      model.apply(sent.remove(), now, created);
    }
    return missing;
  }

  /** In a batch the counts so far and then only failures. */
  private List<Long> allFailed() {
    if (!step.via().isBatch()) {
      return List.of();
    }
    List<Long> failed = new ArrayList<>(counts);
    failed.addAll(Collections.nCopies(entries().size() - counts.size(), FAILED));
    return failed;
  }

  /** Each method that names the count names the same. */
  private List<Long> counted() {
    return step.via().isBatch()
        ? counts
        : Collections.nCopies(Math.max(1, returned.counts().size()), counts.get(0));
  }

  private Optional<Difference> ended(Set<String> states, List<Long> expected) {
    if (!states.contains(returned.state())) {
      return Optional.of(
          new Difference("state " + returned.state(), "expected one of " + states + told()));
    }
    if (!sent.isEmpty()) {
      return Optional.of(new Difference("requests", "not to be sent: " + few(sent) + told()));
    }
    boolean isSame = expected.equals(returned.counts());
    return Difference.of("counts", isSame ? "" : "expected " + expected + told());
  }

  private static String few(Collection<Sent> requests) {
    return requests.stream().limit(SHOWN).map(Sent::toString).collect(Collectors.joining(", "))
        + (requests.size() > SHOWN ? " and more: " + requests.size() : "");
  }

  private String told() {
    return ", returned "
        + returned.counts()
        + (returned.failure() == null ? "" : " " + returned.state() + " " + returned.failure());
  }

  /** EXPLAIN and the dry run: exactly the requests that would be sent, and none is. */
  private Optional<Difference> shown(Entry entry, Intent intent) {
    return ended(Set.of(""), returned.counts())
        .or(() -> inDryCount(intent))
        .or(() -> inShown(entry.write(), intent))
        .or(() -> inReads(entry));
  }

  private Optional<Difference> inDryCount(Intent intent) {
    long most = intent.count() + intent.needless().size();
    boolean fits =
        returned.counts().stream().allMatch(count -> count >= intent.count() && count <= most);
    return Difference.of("counts", fits ? "" : "expected " + intent.count() + told());
  }

  private Optional<Difference> inShown(Write write, Intent intent) {
    if (write instanceof Write.Insert || write instanceof Write.Copy) {
      return Optional.empty();
    }
    List<Sent> missing = new ArrayList<>(intent.requests());
    List<Sent> surplus =
        returned.shown().stream()
            .filter(line -> !missing.remove(line) && !intent.needless().contains(line))
            .toList();
    boolean isSame = missing.isEmpty() && surplus.isEmpty();
    return Difference.of(
        "shown", isSame ? "" : "not shown: " + few(missing) + "; not to be shown: " + few(surplus));
  }

  private Optional<Difference> inReads() {
    return step.via().isBatch() ? Optional.empty() : inReads(entries().get(0));
  }

  /** Where the ids are given nothing is read. */
  private Optional<Difference> inReads(Entry entry) {
    long reads = requests.stream().filter(request -> request.method().equals("GET")).count();
    boolean isById = entry.write().isById(entry.parameters());
    return Difference.of("reads", isById && reads > 0 ? reads + " reads for given ids" : "");
  }

  private Optional<Difference> inKeys() {
    if (returned.keys() == null) {
      return Optional.empty();
    }
    List<Object> missing = new ArrayList<>(created.values());
    boolean isSame = returned.keys().stream().allMatch(missing::remove) && missing.isEmpty();
    return Difference.of(
        "keys", isSame ? "" : "expected " + created + " but got " + returned.keys());
  }
}
