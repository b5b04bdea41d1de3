package org.offtake.datatests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.cli.Offtake;
import org.offtake.dashboards.Dashboard;
import org.offtake.datatests.Checkout;
import org.offtake.datatests.SharedSpark;
import org.offtake.datatests.house.SourceFile;
import org.offtake.datatests.house.SqlRules;
import org.offtake.etl.build.DeclaredTables;
import org.offtake.etl.build.SelectRules;
import org.offtake.models.Library;
import org.offtake.models.MartDdl;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** The files of a new KPI hold every rule of the house as they are written, so that the work begins with its meaning. */
class NewKpiTest {
    private static final String HOUSE = "offtake.house";

    @TempDir
    private Path house;

    private final String checkout = Checkout.root().toString();

    @BeforeEach
    void copy_the_house() throws IOException {
        copy("models");
        copy("dashboards");
        System.setProperty(HOUSE, house.toString());
    }

    @AfterEach
    void go_home() {
        System.setProperty(HOUSE, checkout);
    }

    @Test
    void the_files_of_a_new_kpi_hold_every_rule_as_they_are() throws IOException {
        assertThat(Offtake.run("new", "kpi", "open_orders", "--subject", "orders"))
                .isZero();

        Library library = Library.read(List.of(house.resolve("models")));
        Model model = library.model(TableName.parse("mart.kpi_open_orders"));
        assertThat(SourceFile.below(house.resolve("models/mart/orders")).stream()
                        .filter(file -> file.path().equals("kpi_open_orders.sql"))
                        .flatMap(SqlRules::broken))
                .isEmpty();
        SelectRules rules = new SelectRules(SharedSpark.session(), library);
        assertThatCode(() -> rules.check(model)).doesNotThrowAnyException();

        List<Scenario> scenarios = Page.read(house.resolve("data-tests/scenarios/orders/kpi_open_orders.md"));
        assertThat(scenarios).isNotEmpty().allSatisfy(scenario -> assertThat(
                        new ScenarioRun(Subject.of(model), new DeclaredTables(library), scenario)
                                .failure(SharedSpark.session()))
                .isEmpty());

        assertThat(next("kpi_open_orders"))
                .content()
                .isEqualTo("-- Generated from the contracts by `offtake new migration`.\n" + MartDdl.create(model));
        assertThat(Dashboard.readAll(List.of(house.resolve("dashboards"))))
                .filteredOn(dashboard -> dashboard.name().equals("sales-at-a-glance"))
                .flatExtracting(Dashboard::items)
                .extracting(item -> item.name())
                .contains("kpi_open_orders", "countries");
    }

    @Test
    void a_dashboard_that_does_not_know_the_columns_learns_them() {
        assertThat(Offtake.run("new", "kpi", "kpi_late_orders", "--dashboard", "offtake-against-contract"))
                .isZero();
        assertThat(Dashboard.readAll(List.of(house.resolve("dashboards"))))
                .flatExtracting(Dashboard::items)
                .extracting(item -> item.name())
                .contains("kpi_late_orders");
    }

    @Test
    void a_name_that_is_taken_changes_nothing() throws IOException {
        List<String> before = files();
        assertThat(Offtake.run("new", "kpi", "revenue_month")).isEqualTo(40);
        assertThat(Offtake.run("new", "kpi", "open_orders", "--dashboard", "sales"))
                .isEqualTo(40);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void what_a_contract_says_otherwise_of_a_column_is_all_that_a_migration_holds() throws IOException {
        Path contract = house.resolve("models/mart/revenue/kpi_revenue_month.yml");
        String text = Files.readString(contract);
        Files.writeString(
                contract,
                text.replaceFirst("(?m)^(  invoice_count: .*about: )[^}]*}", "$1Documents that aren't lines}"));

        assertThat(Offtake.run("new", "migration", "words")).isZero();
        assertThat(next("words")).content().isEqualTo("""
                -- Generated from the contracts by `offtake new migration`.
                comment on column mart.kpi_revenue_month.invoice_count is 'Documents that aren''t lines';
                """);

        assertThat(Offtake.run("new", "migration", "again")).isZero();
        assertThat(files()).noneMatch(file -> file.endsWith("__again.sql"));
    }

    /** The migration that follows those of the checkout. */
    private Path next(String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(checkout).resolve("models/migrations"))) {
            return house.resolve("models/migrations/V" + (files.count() + 1) + "__" + name + ".sql");
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(house)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private void copy(String folder) throws IOException {
        Path from = Path.of(checkout);
        try (Stream<Path> files = Files.walk(from.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(sql|yml|csv)"))
                    .filter(file -> !from.relativize(file).toString().matches(".*/(src|target)/.*"))
                    .toList()) {
                Path copy = house.resolve(from.relativize(file));
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }
}
