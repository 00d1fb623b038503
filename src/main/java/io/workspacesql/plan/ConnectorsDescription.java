package io.workspacesql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words which requests a scan of {@code connectors} will need. */
record ConnectorsDescription(ScanPlan plan, Outlook outlook, ListingDescription listing) {

  /**
   * @param known the access, where no parameter is needed to tell it
   */
  List<PlanLine> lines(@Nullable BoundAccess known) {
    if (known instanceof BoundAccess.Calls calls && calls.calls().size() == 1) {
      return List.of(listing.line(known));
    }
    return ConnectorsAccess.readsWorkspaces(plan)
        ? perWorkspace(known)
        : List.of(listing.line(laterQuery(), number(known), perValue()));
  }

  private String number(@Nullable BoundAccess known) {
    if (plan.joinKeys() != null) {
      return "keys";
    }
    return Integer.toString(
        known instanceof BoundAccess.Calls calls ? calls.calls().size() : mostValues());
  }

  /** Of the conditions that name workspaces, each of which leaves no more than it names. */
  private int mostValues() {
    RequestPart asked = parts().findFirst().orElse(RequestPart.WORKSPACE_ID);
    return plan.conditions().stream()
        .filter(condition -> plan.part(condition) == asked)
        .mapToInt(Condition::alternatives)
        .min()
        .orElse(1);
  }

  private String perValue() {
    JoinKeys joined = plan.joinKeys();
    String permitted = ", at most " + outlook.settings().fanOut().most(true);
    return joined == null
        ? "one request per distinct workspace named" + permitted
        : "keys = distinct values of "
            + joined.column().name()
            + " that the other side of the join brings"
            + permitted;
  }

  private List<PlanLine> perWorkspace(@Nullable BoundAccess known) {
    boolean named =
        known instanceof BoundAccess.CallPerWorkspace calls
            ? calls.isNamed()
            : plan.joinKeys() != null || plan.asksByKey();
    int most = outlook.settings().fanOut().most(named);
    if (most == 0) {
      return List.of(
          PlanLine.local(
              "refused: "
                  + plan.table().name()
                  + " needs one request per workspace, and the"
                  + " statement does not name the workspaces; see allowFanOut"));
    }
    List<PlanLine> lines = new ArrayList<>();
    ScanPlan workspaces = ConnectorsAccess.workspaces(plan);
    lines.addAll(new ScanDescription(workspaces, outlook.withoutFetchSize()).lines());
    String why = "one request per workspace that the line above brings, at most " + most;
    lines.add(listing.line(laterQuery(), workspaces(known), why));
    return lines;
  }

  private static String workspaces(@Nullable BoundAccess known) {
    return known instanceof BoundAccess.CallPerWorkspace calls
            && calls.workspaces().access() instanceof BoundAccess.Keys keys
        ? Integer.toString(keys.ids().size())
        : "workspaces";
  }

  /** What the requests will say, in the order in which they say it. */
  private String laterQuery() {
    RequestPart asked =
        ConnectorsAccess.readsWorkspaces(plan)
            ? RequestPart.WORKSPACE_ID
            : parts().findFirst().orElse(RequestPart.WORKSPACE_ID);
    return Stream.concat(Stream.of(asked), goesTo(RequestPart.DEFINITION_ID))
        .map(part -> part.text() + ListingDescription.LATER)
        .collect(Collectors.joining("&"));
  }

  private Stream<RequestPart> parts() {
    JoinKeys joined = plan.joinKeys();
    Stream<RequestPart> ofJoin =
        Stream.of(RequestPart.WORKSPACE_ID, RequestPart.WORKSPACE_NAME)
            .filter(part -> joined != null && part.text().equals(joined.column().name() + "="));
    return Stream.concat(
        ofJoin,
        Stream.concat(goesTo(RequestPart.WORKSPACE_ID), goesTo(RequestPart.WORKSPACE_NAME)));
  }

  private Stream<RequestPart> goesTo(RequestPart part) {
    return plan.conditions().stream().anyMatch(condition -> plan.part(condition) == part)
        ? Stream.of(part)
        : Stream.empty();
  }
}
