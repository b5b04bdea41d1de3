package org.offtake.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One word in a contract fixes the type in Spark and in PostgreSQL. */
class ColumnTypeTest {

    @ParameterizedTest
    @CsvSource({
        "id, string, text",
        "key of gold.dim_party, bigint, bigint",
        "date, date, date",
        "instant, timestamp, timestamptz",
        "money in currency_code, 'decimal(20,4)', 'numeric(20,4)'",
        "price in EUR, 'decimal(20,6)', 'numeric(20,6)'",
        "quantity, 'decimal(20,6)', 'numeric(20,6)'",
        "statistic, double, double precision",
        "count, bigint, bigint",
        "flag, boolean, boolean",
        "duration in minutes, bigint, bigint"
    })
    void a_type_is_read_as_it_is_written(String text, String spark, String postgres) {
        ColumnType type = ColumnType.parse(text);
        assertThat(type.sparkType()).isEqualTo(spark);
        assertThat(type.postgresType()).isEqualTo(postgres);
        assertThat(type).hasToString(text);
    }

    @Test
    void only_a_key_points_to_a_table() {
        assertThat(ColumnType.parse("key of gold.dim_party").pointsTo()).contains(TableName.parse("gold.dim_party"));
        assertThat(ColumnType.parse("money in EUR").pointsTo()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"decimal", "money", "money of EUR", "duration", "text in Dutch"})
    void what_is_not_in_the_set_is_refused(String text) {
        assertThatThrownBy(() -> ColumnType.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"ordr, order, true", "Order, order, true", "invoice, order, false"})
    void a_name_is_suggested_only_when_it_is_near(String name, String known, boolean near) {
        assertThat(Nearest.to(name, List.of(known, "something_else")))
                .isEqualTo(near ? Optional.of(known) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "GOLD, SILVER, true", "GOLD, GOLD, true", "GOLD, SEED, true", "GOLD, MART, false", "GOLD, BRONZE, false",
        "MART, GOLD, true", "MART, MART, false", "MART, SILVER, false", "SILVER, BRONZE, true", "SILVER, GOLD, false"
    })
    void a_layer_reads_only_to_its_left(Layer layer, Layer other, boolean may) {
        assertThat(layer.mayRead(other)).isEqualTo(may);
    }

    @Test
    void a_table_in_postgres_is_written_from_its_contract(@TempDir Path folder) throws IOException {
        SmallLibrary library = SmallLibrary.in(folder);
        library.change(SmallLibrary.CONTRACT, "about: Its number", "about: The order's number");
        Model model = library.read().model(TableName.parse("gold.fact_order"));
        assertThat(MartDdl.create(model)).isEqualTo("""
                create table gold.fact_order (
                    order_id text not null,
                    ordered_date date not null,
                    is_late boolean null
                );
                create unique index fact_order_grain on gold.fact_order (order_id) nulls not distinct;
                comment on table gold.fact_order is 'One row per order.';
                comment on column gold.fact_order.order_id is 'The order''s number';
                comment on column gold.fact_order.ordered_date is 'Its local day';
                comment on column gold.fact_order.is_late is 'Whether it came late';
                """);
        assertThat(MartDdl.columns(model))
                .containsExactly("order_id text", "ordered_date date", "is_late boolean null");
    }
}
