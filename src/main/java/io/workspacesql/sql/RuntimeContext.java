package io.workspacesql.sql;

import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.sql.rel.ScanOpener;
import io.workspacesql.sql.time.StatementTime;
import io.workspacesql.sql.type.EngineTypeFactory;
import io.workspacesql.sql.type.JdbcType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/** What generated code can ask for while one execution runs. */
final class RuntimeContext implements DataContext {
  private static final JavaTypeFactory TYPES = new EngineTypeFactory();

  private final Map<String, @Nullable Object> variables;

  RuntimeContext(ExecutionContext context, Map<String, Object> stash, ScanOpener scans) {
    variables = new HashMap<>(stash);
    for (int i = 0; i < context.parameters().size(); i++) {
      variables.put("?" + i, JdbcType.toPlanner(context.parameters().get(i)));
    }
    variables.put(ScanOpener.VARIABLE, scans);
    variables.put(StatementTime.VARIABLE, EpochMicros.of(context.now()));
    variables.put(Variable.TIME_ZONE.camelName, TimeZone.getTimeZone("UTC"));
    variables.put(Variable.LOCALE.camelName, Locale.ROOT);
    variables.put(Variable.CANCEL_FLAG.camelName, new AtomicBoolean());
  }

  @Override
  public @Nullable Object get(String name) {
    return variables.get(name);
  }

  @Override
  public @Nullable SchemaPlus getRootSchema() {
    return null; // leaves come from the stash, so generated code asks for no table
  }

  @Override
  public JavaTypeFactory getTypeFactory() {
    return TYPES;
  }

  @Override
  public QueryProvider getQueryProvider() {
    throw new UnsupportedOperationException("leaves are enumerables already");
  }
}
