package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.Listing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a listing: an object with the rows in an array, or one that is the only row itself.
 * Fields that nobody asked for are skipped unread, whatever they hold.
 */
public final class ListingDocument {
  private final ListingForm form;
  private final List<ColumnDefinition> columns;
  private final FieldTree fields;

  private ListingDocument(ListingForm form, List<ColumnDefinition> columns) {
    this.form = form;
    this.columns = columns;
    this.fields = form.fields(columns);
  }

  /** The rows, each with the values of these columns in their order, as internal values. */
  public static List<@Nullable Object[]> read(
      byte[] body, Listing listing, List<ColumnDefinition> columns) throws BadDocumentException {
    ListingDocument document = new ListingDocument(ListingForm.of(listing), columns);
    return JsonDocument.read(body, document::rows);
  }

  private List<@Nullable Object[]> rows(JsonParser parser)
      throws IOException, BadDocumentException {
    if (form.isOneRow()) {
      return List.<@Nullable Object[]>of(row(parser));
    }
    List<@Nullable Object[]> rows = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      if (form.arrays().contains(key)) {
        rows = array(parser, key);
      } else {
        parser.skipChildren();
      }
    }
    if (rows == null) {
      throw new BadDocumentException("the array " + form.arrays().get(0) + " is missing");
    }
    return rows;
  }

  private List<@Nullable Object[]> array(JsonParser parser, String key)
      throws IOException, BadDocumentException {
    if (!parser.isExpectedStartArrayToken()) {
      throw Fields.wrongType(key);
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.isExpectedStartObjectToken()) {
        throw new BadDocumentException("an item of " + key + " is no JSON object");
      }
      rows.add(row(parser));
    }
    return rows;
  }

  private @Nullable Object[] row(JsonParser parser) throws IOException, BadDocumentException {
    @Nullable Object[] row = new @Nullable Object[columns.size()];
    fields.read(parser, row);
    for (int i = 0; i < row.length; i++) {
      if (row[i] == null && !columns.get(i).nullable()) {
        throw new BadDocumentException("the field " + fieldOf(columns.get(i)) + " is missing");
      }
    }
    return row;
  }

  private String fieldOf(ColumnDefinition column) {
    return form.paths(column.name()).get(0);
  }
}
