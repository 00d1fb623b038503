package io.workspacesql.sql;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.sql.predicate.CaseFunction;
import io.workspacesql.sql.predicate.LikeFunction;
import io.workspacesql.sql.time.PlanLowering;
import io.workspacesql.sql.time.TimeOperators;
import io.workspacesql.sql.time.TimeSyntax;
import io.workspacesql.sql.token.TokenConverter;
import io.workspacesql.sql.type.EngineTypeFactory;
import io.workspacesql.sql.type.JdbcType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.MetadataHandlerProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.apache.calcite.sql2rel.ConvertToChecked;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.jspecify.annotations.Nullable;

/**
 * One statement on its way from syntax tree to relational plan. Used once: the planner inside keeps
 * the state of one optimisation.
 */
final class Translation {
  private static final CalciteSchema ROOT = PlannerSchema.root();

  /** Constants only: nothing that a user can set reaches the planner. */
  private static final CalciteConnectionConfig CONFIG =
      CalciteConnectionConfigImpl.DEFAULT.set(
          org.apache.calcite.config.CalciteConnectionProperty.CASE_SENSITIVE, "false");

  private static final SqlOperatorTable OPERATORS =
      TimeOperators.before(CaseFunction.before(Vocabulary.operators()));

  /** By reflection: the default provider would compile Java source before the first query. */
  private static final MetadataHandlerProvider METADATA =
      new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE);

  private final ZoneId zone;
  private final VolcanoPlanner planner = new VolcanoPlanner(Contexts.of(CONFIG));
  private final RelOptCluster cluster;
  private final PlannerValidator validator;
  private final SqlToRelConverter converter;

  Translation(ZoneId zone) {
    this.zone = zone;
    EngineTypeFactory types = new EngineTypeFactory();
    CalciteCatalogReader reader =
        new CalciteCatalogReader(
            ROOT,
            SqlNameMatchers.withCaseSensitive(false),
            List.of(List.of(Catalog.API_SCHEMA), List.of()),
            types,
            CONFIG) {};
    planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
    planner.addRelTraitDef(RelCollationTraitDef.INSTANCE);
    planner.setExecutor((rexBuilder, constants, reduced) -> reduced.addAll(constants));
    cluster = RelOptCluster.create(planner, new RexBuilder(types));
    cluster.setMetadataQuerySupplier(() -> new RelMetadataQuery(METADATA));
    validator = new PlannerValidator(OPERATORS, reader);
    converter =
        new TokenConverter(
            Translation::noViews,
            validator,
            reader,
            cluster,
            Translation::convertlet,
            SqlToRelConverter.config()
                .withExpand(false)
                .withTrimUnusedFields(true)
                .withInSubQueryThreshold(Integer.MAX_VALUE));
  }

  private static @Nullable SqlRexConvertlet convertlet(SqlCall call) {
    SqlRexConvertlet own = CaseFunction.convertlet(call);
    return own == null ? LikeFunction.convertlet(call) : own;
  }

  /** Validates; the returned tree is what {@link #convert} takes. */
  SqlNode validate(SqlNode statement) {
    SqlNode rewritten = TimeSyntax.rewrite(statement, zone);
    return sound(() -> validator.validate(rewritten));
  }

  /** The relational plan of a validated query. */
  RelRoot convert(SqlNode validated) {
    RelRoot converted = sound(() -> converter.convertQuery(validated, false, true));
    RelRoot lowered = PlanLowering.apply(converted, zone);
    planner.setExecutor(new CarefulExecutor()); // constants with times can be folded from here on
    ConvertToChecked overflowFails = new ConvertToChecked(cluster.getRexBuilder(), true);
    return lowered.withRel(overflowFails.visit(lowered.rel));
  }

  private static <T> T sound(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException | AssertionError e) {
      throw PlannerFailures.ofArguments(e);
    }
  }

  SqlToRelConverter converter() {
    return converter;
  }

  VolcanoPlanner planner() {
    return planner;
  }

  /** The result's columns with the table columns they come from. */
  List<ResultColumn> columns(SqlNode validated, ColumnLabels labels) {
    List<@Nullable List<String>> origins = validator.getFieldOrigins(validated);
    List<ResultColumn> columns = new ArrayList<>();
    RelDataType row = validator.getValidatedNodeType(validated);
    for (RelDataTypeField field : row.getFieldList()) {
      String label = labels.of(field, row.getFieldCount());
      columns.add(column(field.getType(), label, origins.get(field.getIndex())));
    }
    return List.copyOf(columns);
  }

  private static ResultColumn column(
      RelDataType fieldType, String label, @Nullable List<String> origin) {
    JdbcType type = JdbcType.of(fieldType);
    List<String> source =
        origin != null && origin.size() == 3 ? origin : Arrays.asList(null, null, label);
    return new ResultColumn(
        label,
        source.get(2),
        source.get(0),
        source.get(1),
        type.code(),
        type.name(),
        type.precision(),
        type.scale(),
        fieldType.isNullable());
  }

  /** What the validator found out about each parameter, by zero-based index. */
  Map<Integer, ParameterType> parameters(SqlNode validated) {
    Map<Integer, ParameterType> parameters = new TreeMap<>();
    validated.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlDynamicParam parameter) {
            parameters.put(
                parameter.getIndex(), parameter(validator.getValidatedNodeType(parameter)));
            return null;
          }
        });
    return parameters;
  }

  private static ParameterType parameter(RelDataType type) {
    JdbcType jdbc = JdbcType.of(type);
    return new ParameterType(jdbc.code(), jdbc.name(), jdbc.precision(), jdbc.scale());
  }

  private static RelRoot noViews(
      RelDataType rowType, String sql, List<String> schema, @Nullable List<String> view) {
    throw new UnsupportedOperationException("the catalog has no views");
  }
}
