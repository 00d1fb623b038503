package io.workspacesql.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tenants that a running organization shows to a client that is not the driver. */
public final class ShownTenants {
  private final DemoClient client;

  private ShownTenants(DemoClient client) {
    this.client = client;
  }

  public static ShownTenants of(DemoOrganization organization) {
    return new ShownTenants(DemoClient.loggedIn(organization));
  }

  /**
   * All of them in the order of the list, tombstones included: by key a text, a Boolean or null.
   */
  public List<Map<String, Object>> now() {
    List<Map<String, Object>> tenants = new ArrayList<>();
    for (JsonNode tenant : client.all("limit=100")) {
      Map<String, Object> values = new LinkedHashMap<>();
      tenant.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
      tenants.add(values);
    }
    return tenants;
  }

  private static Object value(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    return value.isBoolean() ? (Object) value.booleanValue() : value.asText();
  }
}
