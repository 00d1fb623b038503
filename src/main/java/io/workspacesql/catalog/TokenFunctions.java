package io.workspacesql.catalog;

import static io.workspacesql.catalog.ColumnType.VARCHAR;

import java.util.List;
import java.util.stream.Stream;

/** The functions that mint a token for a workspace that exists. */
public final class TokenFunctions {
  public static final String WORKSPACE_ID = "workspace_id";
  public static final String WORKSPACE_NAME = "workspace_name";
  public static final String ALLOWED_ORIGIN = "allowed_origin";
  public static final String TOKEN = "token";
  public static final String WIDGET_TOKEN = "widget_token";
  public static final String WIDGET_URL = "widget_url";
  public static final String REGION = "region";
  public static final String SOURCE_TAGS = "source_template_tags";
  public static final String SOURCE_TAGS_MODE = "source_template_tags_mode";
  public static final String CONNECTION_TAGS = "connection_template_tags";
  public static final String CONNECTION_TAGS_MODE = "connection_template_tags_mode";

  private static final ColumnDefinition NAME_ARGUMENT =
      required(WORKSPACE_NAME, "Exact name of a workspace that exists");
  private static final ColumnDefinition REGION_ARGUMENT =
      optional(REGION, "us, eu or the UUID of a region; not given = the property region");
  private static final List<ColumnDefinition> TAG_ARGUMENTS =
      List.of(
          optional(SOURCE_TAGS, "Tags of source templates, separated by commas"),
          optional(SOURCE_TAGS_MODE, "any or all"),
          optional(CONNECTION_TAGS, "Tags of connection templates, separated by commas"),
          optional(CONNECTION_TAGS_MODE, "any or all"));

  private static final ColumnDefinition ID_COLUMN =
      new ColumnDefinition(WORKSPACE_ID, VARCHAR, 36, false, false, "UUID of the workspace");
  private static final ColumnDefinition NAME_COLUMN = required(WORKSPACE_NAME, "As it was asked");

  private static final FunctionDefinition SCOPED =
      new FunctionDefinition(
          Catalog.API_SCHEMA,
          "scoped_token",
          List.of(NAME_ARGUMENT, REGION_ARGUMENT),
          List.of(ID_COLUMN, NAME_COLUMN, required(TOKEN, "Scoped token of the workspace")),
          "Mints a scoped token for a workspace that exists");

  private static final FunctionDefinition SCOPED_WITH_TAGS =
      new FunctionDefinition(
          SCOPED.schema(),
          SCOPED.name(),
          Stream.of(SCOPED.arguments(), TAG_ARGUMENTS).flatMap(List::stream).toList(),
          SCOPED.columns(),
          SCOPED.remarks());

  private static final FunctionDefinition WIDGET =
      new FunctionDefinition(
          Catalog.API_SCHEMA,
          "widget_token",
          Stream.of(
                  List.of(
                      NAME_ARGUMENT,
                      required(ALLOWED_ORIGIN, "Origin of the page that embeds the widget"),
                      REGION_ARGUMENT),
                  TAG_ARGUMENTS)
              .flatMap(List::stream)
              .toList(),
          List.of(
              ID_COLUMN,
              NAME_COLUMN,
              required(ALLOWED_ORIGIN, "As it was asked"),
              required(WIDGET_TOKEN, "What the widget's library takes: the next two in one"),
              required(TOKEN, "Scoped token of the workspace"),
              required(WIDGET_URL, "Where the widget is; the driver never opens it")),
          "Mints a token with which a page embeds the widget of a workspace that exists");

  private TokenFunctions() {}

  /**
   * All of them, in the order of their names.
   *
   * @param scopedTags whether a scoped token can be asked for with template tags
   */
  public static List<FunctionDefinition> all(boolean scopedTags) {
    return List.of(scopedTags ? SCOPED_WITH_TAGS : SCOPED, WIDGET);
  }

  private static ColumnDefinition required(String name, String remarks) {
    return new ColumnDefinition(name, VARCHAR, 0, false, false, remarks);
  }

  private static ColumnDefinition optional(String name, String remarks) {
    return new ColumnDefinition(name, VARCHAR, 0, true, false, remarks);
  }
}
