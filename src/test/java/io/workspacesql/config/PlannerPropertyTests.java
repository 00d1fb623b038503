package io.workspacesql.config;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a URL says reaches the planner's own configuration. */
@Tag("threat-1")
class PlannerPropertyTests {
  private static final String OURS = "timeZone";

  static Stream<String> planners() {
    return Stream.concat(
            Arrays.stream(CalciteConnectionProperty.values())
                .map(CalciteConnectionProperty::camelName),
            Stream.of("schemaFactory", "schema", "druidFetch", "factory", "jaasConfig", "init"))
        .filter(name -> !name.equals(OURS));
  }

  @ParameterizedTest
  @MethodSource("planners")
  void a_property_of_the_planner_is_refused(String name) {
    refused("jdbc:airbyte:demo?" + name + "=java.lang.Runtime")
        .hasMessageContaining(name)
        .hasMessageNotContaining("java.lang.Runtime");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.lang.Runtime", "America/Nowhere", "ldap://example.com/x"})
  void the_one_name_that_both_have_takes_a_zone_only(String value) {
    refused("jdbc:airbyte:demo?" + OURS + "=" + value).hasMessageContaining(OURS);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(String url) {
    return assertThatThrownBy(() -> DriverManager.getConnection(url).close())
        .extracting(
            SQLException.class::cast, as(InstanceOfAssertFactories.throwable(SQLException.class)))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08001"));
  }
}
