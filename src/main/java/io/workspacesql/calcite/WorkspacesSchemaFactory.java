package io.workspacesql.calcite;

import io.workspacesql.WorkspacesDataSource;
import java.util.Arrays;
import java.util.Map;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.model.ModelHandler;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/**
 * Workspaces as a schema of a stock Calcite model, beside schemas of other kinds.
 *
 * <p>The operand holds {@code url} (default {@code jdbc:airbyte:}), {@code schema} (default {@code
 * airbyte}) and any property of a connection by its name. Filters, groups and orders that concern
 * the schema alone are handed to the driver as SQL, so that it pushes of them what it always does;
 * Calcite joins the rest. A connection is opened for each query, without a request while the JVM
 * has a token for the same credentials.
 */
public final class WorkspacesSchemaFactory implements SchemaFactory {
  private static final String URL = "url";
  private static final String SCHEMA = "schema";
  private static final String DEFAULT_SCHEMA = "airbyte";

  /** For Calcite, which makes one by the name of the class that a model gives. */
  public WorkspacesSchemaFactory() {}

  /**
   * Makes the schema; connects once, to learn how the driver quotes names.
   *
   * @throws IllegalArgumentException for an operand that is no property
   */
  @Override
  public Schema create(SchemaPlus parent, String name, Map<String, Object> operand) {
    WorkspacesDataSource source = new WorkspacesDataSource();
    String schema = DEFAULT_SCHEMA;
    for (Map.Entry<String, Object> entry : operand.entrySet()) {
      @Nullable Object value = entry.getValue();
      switch (entry.getKey()) {
        case URL -> source.setUrl(String.valueOf(value));
        case SCHEMA -> schema = String.valueOf(value);
        default -> set(source, entry.getKey(), value);
      }
    }
    return JdbcSchema.create(parent, name, source, null, schema);
  }

  /** Calcite adds operands of its own, such as where the model lies. */
  private static void set(WorkspacesDataSource source, String name, @Nullable Object value) {
    boolean calcites =
        Arrays.stream(ModelHandler.ExtraOperand.values())
            .anyMatch(extra -> extra.camelName.equals(name));
    if (!calcites) {
      source.setProperty(name, value == null ? null : value.toString());
    }
  }
}
