package awssetup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports run one way, towards {@code setup}, and every vendor stays in its own room. */
class RoomsTest {
  private static final JavaClasses ROOMS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("awssetup");

  @Test
  void setup_knows_the_jdk_only() {
    classes()
        .that()
        .resideInAPackage("awssetup.setup..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("awssetup.setup..", "java..")
        .check(ROOMS);
    noClasses()
        .that()
        .resideInAPackage("awssetup.setup..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "java.net..", "java.io..", "javax.sql..")
        .check(ROOMS);
  }

  @ParameterizedTest
  @CsvSource({
    "store, logging slack aws followup export metrics sandbox",
    "slack, logging store aws followup export metrics sandbox",
    "aws, logging store slack followup export metrics sandbox",
    "followup, logging store slack aws export metrics sandbox",
    "export, logging store slack aws followup metrics sandbox",
    "metrics, logging store slack aws followup export sandbox",
    "logging, slack aws followup export metrics sandbox",
    "sandbox, logging setup store slack aws followup export metrics"
  })
  void rooms_do_not_know_each_other(String room, String strangers) {
    String[] packages =
        java.util.Arrays.stream(strangers.split(" "))
            .map(stranger -> "awssetup." + stranger + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("awssetup." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(ROOMS);
  }

  @Test
  void only_the_start_up_code_knows_every_room_and_nobody_knows_it() {
    noClasses()
        .that()
        .resideOutsideOfPackage("awssetup")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("awssetup")
        .check(ROOMS);
  }

  @ParameterizedTest
  @CsvSource({
    "com.slack.., slack",
    "org.jdbi.., store",
    "com.zaxxer.., store",
    "org.flywaydb.., store",
    "org.sqlite.., store",
    "software.amazon.., aws",
    "io.micrometer.., metrics",
    "org.apache.commons.csv.., export",
    "ch.qos.logback.., logging",
  })
  void a_vendor_stays_in_its_room(String vendor, String room) {
    noClasses()
        .that()
        .resideOutsideOfPackage("awssetup." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(vendor)
        .check(ROOMS);
  }

  @Test
  void the_schedule_stays_in_followup_but_for_its_start() {
    noClasses()
        .that()
        .resideOutsideOfPackages("awssetup.followup..", "awssetup")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.kagkarlsson..")
        .check(ROOMS);
  }

  @Test
  void packages_form_no_cycle() {
    SlicesRuleDefinition.slices().matching("awssetup.(*)..").should().beFreeOfCycles().check(ROOMS);
  }
}
