package org.offtake.datatests.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.offtake.datatests.Checkout;
import org.offtake.datatests.SharedSpark;
import org.offtake.etl.build.BuildOrder;
import org.offtake.etl.build.Candidates;
import org.offtake.etl.build.DeclaredTables;
import org.offtake.etl.build.SelectRules;
import org.offtake.etl.build.Tables;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Check;
import org.offtake.models.Column;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** What every shipped model promises, whatever its rows. */
class LibraryTest {
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 3, 1);

    private final Library library = Checkout.library();

    /** Every table, without rows. */
    private record NoRows(SparkSession spark, DeclaredTables known) implements Tables {
        @Override
        public Dataset<Row> read(TableName table) {
            return spark.createDataFrame(List.of(), known.schema(table));
        }
    }

    @Test
    void every_table_and_every_column_says_what_it_is_about() {
        Stream<Map.Entry<String, List<Column>>> tables = Stream.of(
                        library.models().values().stream().map(model -> Map.entry(model.about(), model.columns())),
                        library.entities().values().stream().map(entity -> Map.entry(entity.about(), entity.columns())),
                        Stream.concat(library.ledger().values().stream(), library.register().values().stream())
                                .map(kept -> Map.entry(kept.about(), kept.columns())),
                        library.seeds().values().stream().map(seed -> Map.entry(seed.about(), seed.columns())))
                .flatMap(entries -> entries);
        assertThat(tables).isNotEmpty().allSatisfy(table -> {
            assertThat(table.getKey()).isNotBlank();
            assertThat(table.getValue()).isNotEmpty().allSatisfy(column -> assertThat(column.about())
                    .as(column.name())
                    .isNotBlank());
        });
    }

    @Test
    void every_check_says_why() {
        Stream<Check> checks = Stream.concat(
                library.models().values().stream().flatMap(model -> model.checks().stream()),
                library.entities().values().stream().flatMap(entity -> entity.checks().stream()));
        assertThat(checks).isNotEmpty().allSatisfy(check -> assertThat(check.because())
                .isNotBlank());
    }

    @Test
    void every_model_has_an_owner() {
        assertThat(library.models().values()).isNotEmpty().allSatisfy(model -> assertThat(model.owner())
                .isNotBlank());
    }

    @Test
    void every_assertion_is_looked_at_by_units_and_finds_the_broken_rows_of_each_among_its_own() {
        SelectRules rules = new SelectRules(SharedSpark.session(), library);
        assertThat(library.assertions()).isNotEmpty().allSatisfy(assertion -> {
            assertThat(assertion.by()).as(assertion.name()).isNotEmpty();
            rules.check(assertion);
        });
    }

    @Test
    void the_models_can_be_built_one_after_the_other() {
        assertThat(BuildOrder.levels(library.models().values()).stream().flatMap(List::stream))
                .hasSameSizeAs(library.models().values());
    }

    @TestFactory
    Stream<DynamicTest> a_model_follows_what_it_reads_and_nothing_else() {
        return library.models().values().stream()
                .map(model -> DynamicTest.dynamicTest(model.table().toString(), () -> {
                    Set<TableName> reads = new TreeSet<>(text(model).reads());
                    model.inferredFrom().forEach(inferred -> reads.add(inferred.table()));
                    assertThat(model.follows().keySet()).containsExactlyInAnyOrderElementsOf(reads);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_model_reads_only_what_its_layer_may_read() {
        return library.models().values().stream()
                .map(model -> DynamicTest.dynamicTest(
                        model.table().toString(), () -> assertThat(text(model).reads())
                                .allMatch(read -> model.table().layer().mayRead(read.layer()))));
    }

    @TestFactory
    Stream<DynamicTest> a_select_gives_the_columns_of_its_contract() {
        SparkSession spark = SharedSpark.session();
        DeclaredTables known = new DeclaredTables(library);
        return library.models().values().stream()
                .map(model -> DynamicTest.dynamicTest(model.table().toString(), () -> {
                    Dataset<Row> rows = new Candidates(model, new NoRows(spark, known), SOME_DAY).of(Optional.empty());
                    assertThat(Stream.of(rows.schema().fields())
                                    .map(field -> field.name() + " "
                                            + field.dataType().simpleString()))
                            .containsExactlyElementsOf(Stream.of(DeclaredTables.schema(model.columns())
                                            .fields())
                                    .map(field -> field.name() + " "
                                            + field.dataType().simpleString())
                                    .toList());
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_grain_and_a_key_name_columns_that_are_there() {
        return library.models().values().stream()
                .map(model -> DynamicTest.dynamicTest(model.table().toString(), () -> {
                    assertThat(model.columnNames()).containsAll(model.grain()).containsAll(model.by());
                    assertThat(model.columns().stream().flatMap(column -> column.type().pointsTo().stream()))
                            .allMatch(library.models()::containsKey);
                }));
    }

    private static SqlText text(Model model) {
        return new SqlText(model.file().toString(), model.sql());
    }
}
