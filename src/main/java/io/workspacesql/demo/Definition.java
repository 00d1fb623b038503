package io.workspacesql.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A kind of connector that the platform knows; the same in every organization. */
record Definition(String name, String supportLevel) {
  private static final String CERTIFIED = "certified";
  private static final String COMMUNITY = "community";

  /** All of them, in the order of the list. */
  static final List<Definition> ALL =
      List.of(
          of("Airtable", CERTIFIED),
          of("Amazon Ads", CERTIFIED),
          of("Amplitude", CERTIFIED),
          of("Asana", COMMUNITY),
          of("BigQuery", COMMUNITY),
          of("Braintree", COMMUNITY),
          of("Chargebee", CERTIFIED),
          of("Confluence", COMMUNITY),
          of("Facebook Marketing", CERTIFIED),
          of("File", CERTIFIED),
          of("Freshdesk", CERTIFIED),
          of("GitHub", CERTIFIED),
          of("GitLab", CERTIFIED),
          of("Google Ads", CERTIFIED),
          of("Google Analytics", CERTIFIED),
          of("Google Drive", CERTIFIED),
          of("Google Sheets", CERTIFIED),
          of("Greenhouse", CERTIFIED),
          of("Harvest", CERTIFIED),
          of("HubSpot", CERTIFIED),
          of("Intercom", CERTIFIED),
          of("Iterable", CERTIFIED),
          of("Jira", CERTIFIED),
          of("Klaviyo", CERTIFIED),
          of("Linear", COMMUNITY),
          of("LinkedIn Ads", CERTIFIED),
          of("Mailchimp", CERTIFIED),
          of("MongoDB", CERTIFIED),
          of("MySQL", CERTIFIED),
          of("Notion", CERTIFIED),
          of("Paypal Transaction", CERTIFIED),
          of("Pipedrive", COMMUNITY),
          of("Postgres", CERTIFIED),
          of("S3", CERTIFIED),
          of("Salesforce", CERTIFIED),
          of("Shopify", CERTIFIED),
          of("Slack", CERTIFIED),
          of("Smartsheets", "archived"),
          of("Stripe", CERTIFIED),
          of("Zendesk Support", CERTIFIED));

  private static Definition of(String name, String supportLevel) {
    return new Definition(name, supportLevel);
  }

  static Definition named(String name) {
    return ALL.stream()
        .filter(definition -> definition.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  String id() {
    String source = "airbyte-demo:definition:" + name;
    return UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)).toString();
  }

  String iconUrl() {
    return "https://connectors.example/" + slug() + ".svg";
  }

  /** The name as the API's {@code connector_name} has it. */
  String slug() {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
