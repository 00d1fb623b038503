package io.workspacesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.util.PropertyElf;
import io.workspacesql.config.ConnectionProperty;
import io.workspacesql.config.ConnectionSettings;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkspacesDataSourceTests {
  private static final Map<Class<?>, Object> SAMPLES =
      Map.of(String.class, "sample", int.class, 7, long.class, 7L, boolean.class, true);

  private final WorkspacesDataSource source = new WorkspacesDataSource();

  static Collection<ConnectionProperty<?>> registry() {
    return ConnectionProperty.all();
  }

  @ParameterizedTest
  @MethodSource("registry")
  void every_property_has_one_setter_that_sets_it(ConnectionProperty<?> property) throws Exception {
    Method setter = setters().get(property.name());
    assertThat(setter).as("setter of %s", property).isNotNull();
    Object sample = SAMPLES.get(setter.getParameterTypes()[0]);

    setter.invoke(source, sample);

    assertThat(source.properties()).isEqualTo(Map.of(property.name(), sample.toString()));
  }

  @Test
  void every_setter_is_a_property() {
    Set<String> own = Set.of("url", "logWriter", "loginTimeout");

    assertThat(setters().keySet())
        .filteredOn(name -> !own.contains(name))
        .containsExactlyInAnyOrderElementsOf(
            ConnectionProperty.all().stream().map(ConnectionProperty::name).toList());
  }

  @Test
  void nothing_reads_a_secret_back() {
    assertThat(WorkspacesDataSource.class.getMethods())
        .extracting(Method::getName)
        .doesNotContain("getPassword", "getAccessToken", "getProxyPassword");
  }

  @Test
  void a_pool_sets_it_up_by_names() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("url", "jdbc:airbyte:demo:pool");
    properties.setProperty("pageSize", "7");
    properties.setProperty("readOnly", "true");
    properties.setProperty("seed", "9");
    properties.setProperty("readTimeout", "5s");

    PropertyElf.setTargetFromProperties(source, properties);

    ConnectionSettings settings = source.settings(source.properties());
    assertThat(settings.redactedUrl()).startsWith("jdbc:airbyte:demo:pool?").contains("seed=9");
    assertThat(settings.pageSize()).isEqualTo(7);
    assertThat(settings.readOnly()).isTrue();
    assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void the_login_timeout_is_a_connect_timeout_unless_one_is_set() throws SQLException {
    source.setUrl("jdbc:airbyte:demo");
    source.setLoginTimeout(3);

    assertThat(source.settings(source.properties()).connectTimeout())
        .isEqualTo(Duration.ofSeconds(3));
    source.setConnectTimeout("8s");
    assertThat(source.settings(source.properties()).connectTimeout())
        .isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void null_takes_a_property_back() {
    source.setUser("u");
    source.setUser(null);

    assertThat(source.properties()).isEmpty();
  }

  @Test
  void it_unwraps_to_itself_only() throws SQLException {
    assertThat(source.unwrap(DataSource.class)).isSameAs(source);
    assertThat(source.isWrapperFor(List.class)).isFalse();
    assertThatThrownBy(() -> source.unwrap(List.class)).isInstanceOf(SQLException.class);
  }

  private static Map<String, Method> setters() {
    return Arrays.stream(WorkspacesDataSource.class.getMethods())
        .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
        .collect(
            Collectors.toMap(
                method -> Introspector.decapitalize(method.getName().substring(3)),
                method -> method));
  }
}
