package awssetup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the packages to their plan: imports run one way towards {@code setup}, there are no cycles,
 * every vendor's library stays in one room, and each room says what it is for.
 */
class RoomsTest {
  private static final Path SOURCES = Path.of("src/main/java/awssetup");
  private static final String ROOT = "awssetup";

  /** The most files that a room may have, without package-info; the domain may have more. */
  private static final int MOST_FILES = 26;

  /** What each room may import. The sandbox's inner rooms know each other and nothing else. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          room("Main", "command app settings"),
          room(
              "command",
              "app settings ports setup store store.maintenance export sandbox followup.schedule"),
          room(
              "app",
              "settings ports setup store store.maintenance slack slack.receive aws followup"
                  + " followup.schedule operations http export sandbox"),
          room("settings", "setup"),
          room("setup", ""),
          room("ports", "setup"),
          room("store", "ports setup store.commit store.rows"),
          room("store.rows", "ports setup"),
          room("store.commit", "ports setup"),
          room("store.maintenance", "ports setup store store.commit store.rows"),
          room(
              "slack",
              "ports setup slack.receive slack.handlers slack.modals slack.messages slack.words"
                  + " slack.api"),
          room("slack.receive", "ports setup slack.words"),
          room("slack.handlers", "ports setup slack.modals slack.messages slack.words slack.api"),
          room("slack.modals", "ports setup slack.words"),
          room("slack.messages", "ports setup slack.words"),
          room("slack.words", "ports setup"),
          room("slack.api", "ports setup slack.words"),
          room("aws", "ports setup"),
          room("followup", "ports setup followup.schedule"),
          room("followup.schedule", "ports setup"),
          room("operations", "ports setup"),
          room("http", "operations ports setup"),
          room("export", "ports setup"),
          room("logging", "setup store"),
          room("sandbox", ""));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static Map.Entry<String, Set<String>> room(String name, String mayImport) {
    return Map.entry(name, mayImport.isEmpty() ? Set.of() : Set.of(mayImport.split(" ")));
  }

  /** The room of a class, such as {@code slack.modals}; the sandbox counts as one. */
  private static String roomOf(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(ROOT)) {
      return "Main";
    }
    String room = name.substring(ROOT.length() + 1);
    return room.startsWith("sandbox") ? "sandbox" : room;
  }

  @Test
  void imports_run_one_way() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : HOUSE) {
      Set<String> allowed = MAY_IMPORT.get(roomOf(from));
      assertThat(allowed).as("a plan for the room of " + from.getName()).isNotNull();
      from.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(to -> to.getPackageName().startsWith(ROOT))
          .filter(to -> !roomOf(to).equals(roomOf(from)) && !allowed.contains(roomOf(to)))
          .forEach(to -> wrong.add(from.getName() + " imports " + to.getName()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void setup_knows_only_the_jdk() {
    classes()
        .that()
        .resideInAPackage("awssetup.setup..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("awssetup.setup..", "java..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("awssetup.setup..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "java.net..", "java.io..", "javax.sql..")
        .check(HOUSE);
  }

  @ParameterizedTest
  @CsvSource({
    "com.slack.., awssetup.slack..",
    "org.eclipse.jetty.., awssetup.http..",
    "org.jdbi.., awssetup.store..",
    "com.zaxxer.., awssetup.store..",
    "org.flywaydb.., awssetup.store.maintenance..",
    "org.sqlite.., awssetup.store..",
    "com.github.kagkarlsson.., awssetup.followup.schedule..",
    "software.amazon.., awssetup.aws..",
    "io.micrometer.., awssetup.operations..",
    "org.apache.commons.csv.., awssetup.export..",
    "ch.qos.logback.., awssetup.logging..",
  })
  void a_vendor_stays_in_one_room(String vendor, String room) {
    noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(vendor)
        .check(HOUSE);
  }

  @Test
  void the_schedules_table_is_named_only_in_its_room() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<Path> naming = new TreeSet<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (Files.readString(file).contains("scheduled_tasks")) {
          naming.add(SOURCES.relativize(file.getParent()));
        }
      }
      assertThat(naming).containsExactly(Path.of("followup/schedule"));
    }
  }

  @Test
  void packages_form_no_cycle() {
    SlicesRuleDefinition.slices()
        .assignedFrom(slicedBy("package", JavaClass::getPackageName))
        .should()
        .beFreeOfCycles()
        .check(HOUSE);
  }

  @Test
  void classes_form_no_cycle() {
    SlicesRuleDefinition.slices()
        .assignedFrom(slicedBy("class", type -> type.getName().replaceFirst("\\$.*", "")))
        .should()
        .beFreeOfCycles()
        .check(HOUSE);
  }

  private static SliceAssignment slicedBy(
      String what, java.util.function.Function<JavaClass, String> name) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(name.apply(type));
      }

      @Override
      public String getDescription() {
        return "each " + what;
      }
    };
  }

  @Test
  void no_simple_class_name_stands_twice() {
    assertThat(namesThatStandTwiceIn(HOUSE)).isEmpty();
  }

  /** What tests share has one place, the testkit, and so one name. */
  @Test
  void no_simple_name_of_a_test_class_stands_twice() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(ROOT);
    assertThat(tests).as("classes of the tests").isNotEmpty();
    assertThat(namesThatStandTwiceIn(tests)).isEmpty();
  }

  private static Map<String, List<String>> namesThatStandTwiceIn(JavaClasses classes) {
    Map<String, List<String>> twice =
        classes.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(
                groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    twice.values().removeIf(names -> names.size() == 1);
    return twice;
  }

  @Test
  void a_room_is_small_enough_to_know() throws IOException {
    Map<Path, Long> sizes;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      sizes =
          files
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("package-info.java"))
              .collect(groupingBy(Path::getParent, Collectors.counting()));
    }
    sizes.remove(SOURCES.resolve("setup"));
    assertThat(sizes)
        .allSatisfy(
            (room, count) ->
                assertThat(count).as("files in %s", room).isLessThanOrEqualTo(MOST_FILES));
  }

  /** The table for newcomers and what each room says of itself cannot drift apart. */
  @Test
  void the_table_of_rooms_says_what_the_rooms_say_of_themselves() throws IOException {
    assertThat(roomsOfTheTable()).isEqualTo(roomsOfThePackages());
  }

  private static Map<String, String> roomsOfTheTable() throws IOException {
    return Pattern.compile("^\\| `([a-z.]+)` \\| (.+) \\|$", Pattern.MULTILINE)
        .matcher(Files.readString(Path.of("src/docs/development.md")))
        .results()
        .collect(
            toMap(row -> row.group(1), row -> row.group(2), (a, b) -> a + " / " + b, TreeMap::new));
  }

  private static Map<String, String> roomsOfThePackages() throws IOException {
    Map<String, String> rooms = new TreeMap<>();
    try (Stream<Path> folders = Files.walk(SOURCES)) {
      for (Path folder :
          folders.filter(Files::isDirectory).filter(RoomsTest::hasClasses).toList()) {
        Path info = folder.resolve("package-info.java");
        assertThat(info).exists();
        if (!folder.equals(SOURCES)) {
          String name = SOURCES.relativize(folder).toString().replace('/', '.');
          rooms.put(name, firstSentence(Files.readString(info)));
        }
      }
    }
    return rooms;
  }

  private static boolean hasClasses(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String firstSentence(String packageInfo) {
    Matcher text = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL).matcher(packageInfo);
    assertThat(text.find()).isTrue();
    String words = text.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
    return Pattern.compile("^.*?\\.(?=\\s|$)")
        .matcher(words)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow();
  }
}
