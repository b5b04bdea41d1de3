package org.offtake.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a contract must say so that its figures can stay as they were told. */
class FrozenContractTest {
    private static final String FILE = "mart/orders/report_told";
    private static final String CONTRACT = """
                about: Orders, as they were told.
                grain: told_date
                owner: sales
                load: merge
                frozen: told_date
                follows:
                  gold.fact_order: everything
                columns:
                  told_date:   {is: date,  about: Day it was told}
                  order_count: {is: count, about: Orders known then}
                """;
    private static final String SELECT = """
                select :business_date as told_date, count(*) as order_count from gold.fact_order
                """;

    @Test
    void its_rows_lie_beside_what_cannot_be_made_again(@TempDir Path folder) throws IOException {
        SmallLibrary library = SmallLibrary.in(folder);
        library.write(FILE + ".yml", CONTRACT);
        library.write(FILE + ".sql", SELECT);
        Model model = library.read().model(TableName.parse("mart.report_told"));
        assertThat(model.frozen()).contains("told_date");
        assertThat(MartDdl.create(model)).isEqualTo("""
                create table app.frozen_report_told (
                    told_date date not null,
                    order_count bigint not null
                );
                create unique index frozen_report_told_grain on app.frozen_report_told (told_date) nulls not distinct;
                comment on table app.frozen_report_told is 'Orders, as they were told.';
                comment on column app.frozen_report_told.told_date is 'Day it was told';
                comment on column app.frozen_report_told.order_count is 'Orders known then';
                create view mart.report_told as select * from app.frozen_report_told;
                """);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wronglyFrozen")
    void figures_that_cannot_be_told_by_day_are_refused(String text, String wrong, String problem, @TempDir Path folder)
            throws IOException {
        SmallLibrary library = SmallLibrary.in(folder);
        library.write(FILE + ".yml", CONTRACT.replace(text, wrong));
        library.write(FILE + ".sql", SELECT.replace(text, wrong));
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("report_told.yml:5: ")
                .hasMessageContaining(problem);
    }

    static Stream<Arguments> wronglyFrozen() {
        return Stream.of(
                Arguments.of("frozen: told_date", "frozen: told_dat", "no column. Did you mean 'told_date'?"),
                Arguments.of("frozen: told_date", "frozen: order_count", "must be a date of the grain"),
                Arguments.of("is: date, ", "is: date, optional: true, ", "must be a date of the grain"),
                Arguments.of("order: everything", "order: order_date", "a day is told as a whole"),
                Arguments.of("grain: told_date", "grain: [told_date, order_count]", "write `by: told_date`"),
                Arguments.of(":business_date", "date'2024-03-01'", "the SELECT must date its rows"));
    }
}
