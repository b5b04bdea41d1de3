package org.offtake.datatests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.offtake.datatests.Checkout;
import org.offtake.datatests.SharedSpark;
import org.offtake.etl.build.DeclaredTables;
import org.offtake.models.Assertion;
import org.offtake.models.ContractException;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.Nearest;

/** Every scenario of every page is a test, and every model and every assertion has a page. */
class ScenariosTest {
    private final Library library = Checkout.library();
    private final Map<Path, Subject> subjects = subjects();

    @TestFactory
    Stream<DynamicTest> scenarios() {
        SparkSession spark = SharedSpark.session();
        return pages().stream().flatMap(page -> scenarios(spark, page));
    }

    @Test
    void every_model_and_every_assertion_has_a_page_of_scenarios() {
        List<Path> pages = pages();
        assertThat(subjects.keySet())
                .filteredOn(page -> !pages.contains(page))
                .as("pages that are not written")
                .isEmpty();
    }

    /** What never finds anything asserts nothing. */
    @Test
    void every_assertion_finds_what_breaks_it_on_its_page() {
        assertThat(library.assertions())
                .extracting(ScenariosTest::page)
                .filteredOn(page -> Page.read(page).stream()
                        .allMatch(scenario -> scenario.then().table().rows().isEmpty()))
                .as("pages on which an assertion finds nothing")
                .isEmpty();
    }

    private Stream<DynamicTest> scenarios(SparkSession spark, Path page) {
        String name = name(page);
        try {
            Subject subject = subject(page, name);
            DeclaredTables known = new DeclaredTables(library);
            return Page.read(page).stream()
                    .map(scenario ->
                            DynamicTest.dynamicTest(name + ": " + scenario.title(), page.toUri(), () -> new ScenarioRun(
                                            subject, known, scenario)
                                    .failure(spark)
                                    .ifPresent(Assertions::fail)));
        } catch (ContractException wrong) {
            return Stream.of(DynamicTest.dynamicTest(name + ": the page can be read", page.toUri(), () -> {
                throw wrong;
            }));
        }
    }

    private Subject subject(Path page, String name) {
        Optional<Path> known = subjects.keySet().stream()
                .filter(candidate -> name(candidate).equals(name))
                .findFirst();
        if (known.isEmpty()) {
            List<String> names =
                    subjects.keySet().stream().map(ScenariosTest::name).toList();
            throw new ContractException(
                    page, "there is no model or assertion " + name + "." + Nearest.hint(name, names));
        }
        return Optional.ofNullable(subjects.get(page))
                .orElseThrow(() -> new ContractException(page, "belongs to " + known.get() + ", as its SELECT does"));
    }

    private Map<Path, Subject> subjects() {
        Map<Path, Subject> found = new LinkedHashMap<>();
        library.models().values().forEach(model -> found.put(page(model), Subject.of(model)));
        library.assertions().forEach(assertion -> found.put(page(assertion), Subject.of(assertion)));
        return found;
    }

    private static String name(Path page) {
        return page.getFileName().toString().replaceFirst("\\.md$", "");
    }

    private static Path page(Model model) {
        Path subject = Objects.requireNonNull(model.file().getParent()).getFileName();
        return Checkout.scenarios().resolve(subject).resolve(model.table().name() + ".md");
    }

    private static Path page(Assertion assertion) {
        return Checkout.scenarios().resolve("assertions").resolve(assertion.name() + ".md");
    }

    private static List<Path> pages() {
        if (!Files.isDirectory(Checkout.scenarios())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(Checkout.scenarios(), 2)) {
            return files.filter(
                            file -> file.getNameCount() == Checkout.scenarios().getNameCount() + 2)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
