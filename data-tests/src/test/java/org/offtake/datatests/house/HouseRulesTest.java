package org.offtake.datatests.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The classes of all modules keep the rules of the house; a house built to break them does not. */
class HouseRulesTest {
    private static final String WRONG = "org.offtake.datatests.wronghouse";
    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.offtake");
    private static final JavaClasses WRONG_HOUSE = new ClassFileImporter().importPackages(WRONG);

    @TestFactory
    Stream<DynamicTest> the_house_keeps_the_rule() {
        return new HouseRules("org.offtake")
                .all()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(SHIPPED)));
    }

    @Test
    void every_module_with_classes_is_looked_at() {
        assertThat(SHIPPED.stream().map(type -> type.getPackageName().split("\\.")[2]))
                .contains("models", "serving", "etl", "sample", "dashboards", "schedules", "cli")
                .doesNotContain("datatests");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void a_house_that_breaks_the_rule_is_refused(String because, Function<HouseRules, ArchRule> rule) {
        ArchRule bitten = rule.apply(new HouseRules(WRONG));
        assertThat(bitten.evaluate(WRONG_HOUSE).getFailureReport().getDetails())
                .anyMatch(line -> line.contains(because));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken("ServingOnSpark", rules -> rules.knowsOnlyItsModules("models")),
                broken("java.sql.Connection", rules -> rules.knowsNoDatabase("models")),
                broken("SparkSession", rules -> rules.knowsNoSpark("serving")),
                broken("PublishingThatLands", rules -> rules.knowsNothingToItsRight(0)),
                broken("LandingThatPublishes", HouseRules::hasNoCycles),
                broken("java.time.Instant.now()", HouseRules::takesTheTimeFromAClock),
                broken("java.time.Clock.systemUTC()", HouseRules::makesNoClock));
    }

    private static Arguments broken(String because, Function<HouseRules, ArchRule> rule) {
        return Arguments.of(because, rule);
    }
}
