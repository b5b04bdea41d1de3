package org.offtake.datatests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.offtake.datatests.Checkout;
import org.offtake.datatests.SharedSpark;
import org.offtake.etl.build.DeclaredTables;
import org.offtake.models.ContractException;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.Nearest;

/** Every scenario of every page is a test, and every model has a page. */
class ScenariosTest {
    private final Library library = Checkout.library();

    @TestFactory
    Stream<DynamicTest> scenarios() {
        SparkSession spark = SharedSpark.session();
        return pages().stream().flatMap(page -> scenarios(spark, page));
    }

    @Test
    void every_model_has_a_page_of_scenarios() {
        List<Path> pages = pages();
        assertThat(library.models().values())
                .filteredOn(model -> !pages.contains(page(model)))
                .extracting(ScenariosTest::page)
                .as("pages that are not written")
                .isEmpty();
    }

    private Stream<DynamicTest> scenarios(SparkSession spark, Path page) {
        String name = page.getFileName().toString().replaceFirst("\\.md$", "");
        try {
            Model model = model(page, name);
            DeclaredTables known = new DeclaredTables(library);
            return Page.read(page).stream()
                    .map(scenario -> DynamicTest.dynamicTest(
                            name + ": " + scenario.title(), page.toUri(), () -> new ScenarioRun(model, known, scenario)
                                    .failure(spark)
                                    .ifPresent(Assertions::fail)));
        } catch (ContractException wrong) {
            return Stream.of(DynamicTest.dynamicTest(name + ": the page can be read", page.toUri(), () -> {
                throw wrong;
            }));
        }
    }

    private Model model(Path page, String name) {
        List<Model> models = List.copyOf(library.models().values());
        Model model = models.stream()
                .filter(candidate -> candidate.table().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ContractException(
                        page,
                        "there is no model " + name + "."
                                + Nearest.hint(
                                        name,
                                        models.stream()
                                                .map(known -> known.table().name())
                                                .toList())));
        if (!page.equals(page(model))) {
            throw new ContractException(page, "belongs to " + page(model) + ", as its model does");
        }
        return model;
    }

    private static Path page(Model model) {
        Path subject = Objects.requireNonNull(model.file().getParent()).getFileName();
        return Checkout.scenarios().resolve(subject).resolve(model.table().name() + ".md");
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
