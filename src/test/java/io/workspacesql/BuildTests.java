package io.workspacesql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the driver is built of is the same today and tomorrow, and holds nothing that is banned. */
@Tag("threat-21")
final class BuildTests {
  private static final Path POM = Path.of("pom.xml");
  private static final String FIXED = "\\d[\\w.-]*";

  /** Where a library or a plugin is named, for use or for its version. */
  private static final Set<String> NAMED = Set.of("dependency", "plugin", "path", "artifactItem");

  /** What Maven assumes of a plugin that has no groupId. */
  private static final String PLUGINS = "org.apache.maven.plugins";

  static Stream<Path> poms() throws IOException {
    List<Path> poms = new ArrayList<>(List.of(POM));
    try (Stream<Path> clients = Files.walk(Path.of("src/it"))) {
      clients.filter(file -> file.endsWith("pom.xml")).forEach(poms::add);
    }
    return poms.stream();
  }

  @ParameterizedTest
  @MethodSource("poms")
  void each_version_is_one_version(Path pom) throws Exception {
    Element project = project(pom);
    Map<String, String> properties = properties(project);
    for (Element named : named(project)) {
      String version = text(named, "version");
      if (version != null) {
        assertThat(resolved(version, properties))
            .as(pom + ": " + name(named))
            .matches(FIXED)
            .doesNotContain("SNAPSHOT");
      }
    }
  }

  @Test
  void each_plugin_and_library_has_a_version() throws Exception {
    Set<String> used = new TreeSet<>();
    Set<String> versioned = new TreeSet<>();
    for (Element named : named(project(POM))) {
      used.add(name(named));
      if (text(named, "version") != null) {
        versioned.add(name(named));
      }
    }
    // By their BOMs, which have fixed versions themselves.
    versioned.add("org.junit.jupiter:junit-jupiter");
    versioned.add("com.fasterxml.jackson.core:jackson-core");

    assertThat(used).hasSizeGreaterThan(30).isEqualTo(versioned);
  }

  @ParameterizedTest
  @MethodSource("poms")
  void all_comes_from_maven_central(Path pom) throws Exception {
    assertThat(elements(project(pom), Set.of("repository", "pluginRepository"))).isEmpty();
  }

  @Test
  void the_enforcer_bans_what_would_let_sql_do_more_and_what_has_known_holes() throws Exception {
    List<String> bans =
        elements(project(POM), Set.of("bannedDependencies")).stream()
            .flatMap(rule -> elements(rule, Set.of("exclude")).stream())
            .map(ban -> ban.getTextContent().strip())
            .toList();

    assertThat(bans)
        .contains(
            "org.apache.calcite:calcite-babel",
            "org.apache.calcite:calcite-server",
            "org.apache.calcite:calcite-plus",
            "org.apache.calcite.avatica:avatica-core:(,1.29.0)");
    assertThat(elements(project(POM), Set.of("requirePluginVersions"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/calcite/sql/parser/babel/SqlBabelParserImpl",
        "org/apache/calcite/sql/parser/ddl/SqlDdlParserImpl",
        "org/apache/calcite/server/ServerDdlExecutor",
        "org/apache/calcite/adapter/os/OsQueryTableUtil",
        "org/apache/commons/dbcp2/BasicDataSource",
        "org/apache/hc/client5/http/classic/HttpClient"
      })
  void what_is_banned_or_cut_is_not_on_the_class_path(String type) {
    assertThat(BuildTests.class.getResource("/" + type + ".class")).isNull();
  }

  private static Element project(Path pom)
      throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(pom.toFile())
        .getDocumentElement();
  }

  private static Map<String, String> properties(Element project) {
    Map<String, String> properties = new HashMap<>();
    for (Element group : elements(project, Set.of("properties"))) {
      children(group)
          .forEach(one -> properties.put(one.getTagName(), one.getTextContent().strip()));
    }
    return properties;
  }

  private static String resolved(String version, Map<String, String> properties) {
    return version.startsWith("${")
        ? properties.get(version.substring(2, version.length() - 1))
        : version;
  }

  private static List<Element> named(Element project) {
    return elements(project, NAMED).stream()
        .filter(element -> text(element, "artifactId") != null)
        .toList();
  }

  private static String name(Element named) {
    String group = text(named, "groupId");
    return (group == null ? PLUGINS : group) + ":" + text(named, "artifactId");
  }

  private static String text(Element parent, String child) {
    return children(parent)
        .filter(element -> element.getTagName().equals(child))
        .map(element -> element.getTextContent().strip())
        .findFirst()
        .orElse(null);
  }

  private static Stream<Element> children(Element parent) {
    return stream(parent.getChildNodes());
  }

  private static List<Element> elements(Element parent, Set<String> names) {
    return stream(parent.getElementsByTagName("*"))
        .filter(element -> names.contains(element.getTagName()))
        .toList();
  }

  private static Stream<Element> stream(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements.stream();
  }
}
