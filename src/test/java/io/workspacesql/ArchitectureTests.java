package io.workspacesql;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveOnlyFinalFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.io.ObjectInputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Holds the layout of the rooms (packages) and who may do what. */
@AnalyzeClasses(packages = "io.workspacesql", importOptions = DoNotIncludeTests.class)
final class ArchitectureTests {
  private static final String ROOT = "io.workspacesql";
  private static final String DRIVER = "";

  /** Which room may call which, besides itself and {@code error}. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry(DRIVER, Set.of("jdbc", "config")),
          // The façade opens connections, so it puts the lower rooms together.
          Map.entry(
              "jdbc",
              Set.of("sql", "run", "config", "demo", "plan", "catalog", "model", "observe", "api")),
          // Federation hands SQL to the driver, as every other tool does.
          Map.entry("calcite", Set.of(DRIVER)),
          Map.entry("sql", Set.of("plan", "catalog", "model")),
          Map.entry("run", Set.of("plan", "api", "model", "observe", "catalog")),
          Map.entry("api", Set.of("model", "config", "observe", "catalog")),
          Map.entry("plan", Set.of("model", "catalog")),
          Map.entry("demo", Set.of("model")),
          Map.entry("shell", Set.of()),
          Map.entry("observe", Set.of()),
          Map.entry("config", Set.of("model")),
          Map.entry("error", Set.of()),
          Map.entry("model", Set.of()),
          Map.entry("catalog", Set.of()));

  @ArchTest
  static final ArchRule rooms_call_only_the_rooms_below_them = classes().should(followTheArrows());

  @ArchTest
  static final ArchRule rooms_have_no_cycles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_planner_stays_in_sql =
      only("sql", "calcite")
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.calcite..", "org.codehaus..", "com.google..");

  @ArchTest
  static final ArchRule the_http_client_stays_in_api =
      only("api", "demo")
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..", "kotlin..");

  @ArchTest
  static final ArchRule the_http_server_stays_in_demo =
      only("demo").dependOnClassesThat().resideInAnyPackage("mockwebserver3..");

  @ArchTest
  static final ArchRule json_stays_where_documents_are_read_and_made =
      only("api.json", "demo").dependOnClassesThat().resideInAnyPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule the_lowest_rooms_need_only_the_jdk =
      classes()
          .that()
          .resideInAnyPackage(rooms("config", "error", "model", "catalog", "plan", "observe"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", ROOT + "..");

  @ArchTest
  static final ArchRule the_shell_knows_the_driver_only_by_its_url =
      classes()
          .that()
          .resideInAnyPackage(rooms("shell"))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "sqlline..", ROOT + ".shell");

  @ArchTest
  static final ArchRule classes_say_whether_they_are_meant_for_extension =
      classes().should(beFinalSealedOrAbstract());

  @ArchTest
  static final ArchRule plans_and_the_model_are_values =
      classes()
          .that()
          .resideInAnyPackage(rooms("plan", "model"))
          .should()
          .beRecords()
          .orShould()
          .beEnums()
          .orShould()
          .beInterfaces()
          .orShould(haveOnlyFinalFields());

  @ArchTest
  static final ArchRule only_error_makes_sql_exceptions =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".error..")
          .should()
          .accessTargetWhere(making(SQLException.class));

  @ArchTest
  static final ArchRule only_the_shell_prints =
      only("shell")
          .accessTargetWhere(member(System.class, "out", "err", "in"))
          .orShould()
          .accessTargetWhere(member(Throwable.class, "printStackTrace"));

  @ArchTest
  static final ArchRule only_the_shell_ends_the_jvm =
      only("shell").accessTargetWhere(member(System.class, "exit"));

  @ArchTest
  static final ArchRule sleeping_is_injected =
      only("run", "api")
          .accessTargetWhere(member(Thread.class, "sleep"))
          .orShould()
          .accessTargetWhere(member(TimeUnit.class, "sleep"));

  @ArchTest
  static final ArchRule the_time_of_day_is_injected =
      noClasses()
          .should()
          .accessTargetWhere(member(System.class, "currentTimeMillis"))
          .orShould()
          .accessTargetWhere(readingTheClock());

  @ArchTest
  static final ArchRule nobody_loads_classes_by_name =
      noClasses()
          .should()
          .accessTargetWhere(member(Class.class, "forName"))
          .orShould()
          .accessTargetWhere(member(ClassLoader.class, "loadClass"));

  @ArchTest
  static final ArchRule nobody_deserializes_or_looks_up_names =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.naming..", "javax.script..", "java.rmi..");

  private static ClassesShould only(String... rooms) {
    return noClasses().that(not(resideInAnyPackage(rooms(rooms)))).should();
  }

  private static String[] rooms(String... names) {
    return Arrays.stream(names).map(n -> ROOT + "." + n + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaAccess<?>> making(Class<?> type) {
    return describe(
        "a " + type.getSimpleName() + " is made",
        access ->
            access.getTargetOwner().isAssignableTo(type)
                && access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME));
  }

  private static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String... names) {
    Set<String> wanted = Set.of(names);
    return describe(
        owner.getSimpleName() + "." + String.join(", ", names) + " is used",
        access ->
            access.getTargetOwner().isAssignableTo(owner) && wanted.contains(access.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> readingTheClock() {
    return describe(
        "now() without a clock is called",
        access ->
            access.getTargetOwner().getPackageName().equals("java.time")
                && access.getTarget().getFullName().endsWith(".now()"));
  }

  private static ArchCondition<JavaClass> followTheArrows() {
    return new ArchCondition<>("call only the rooms that ARROWS names") {
      @Override
      public void check(JavaClass caller, ConditionEvents events) {
        caller.getDirectDependenciesFromSelf().stream()
            .filter(d -> !isAllowed(room(caller), d.getTargetClass().getBaseComponentType()))
            .map(Dependency::getDescription)
            .forEach(text -> events.add(SimpleConditionEvent.violated(caller, text)));
      }
    };
  }

  private static boolean isAllowed(String from, JavaClass target) {
    if (!target.getPackageName().startsWith(ROOT)) {
      return true;
    }
    String to = room(target);
    return to.equals(from)
        || to.equals("error")
        || ARROWS.getOrDefault(from, Set.of()).contains(to);
  }

  private static String room(JavaClass type) {
    String path = type.getPackageName().substring(ROOT.length());
    return path.isEmpty() ? DRIVER : path.substring(1).split("\\.", -1)[0];
  }

  private static ArchCondition<JavaClass> beFinalSealedOrAbstract() {
    return new ArchCondition<>("be final, sealed, abstract, an interface, a record or an enum") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean decided =
            type.isInterface()
                || type.isEnum()
                || type.isAnonymousClass()
                || type.getModifiers().contains(JavaModifier.FINAL)
                || type.getModifiers().contains(JavaModifier.ABSTRACT)
                || type.reflect().isSealed();
        if (!decided) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is open"));
        }
      }
    };
  }
}
