package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.models.Column;
import org.offtake.models.KeptTable;
import org.offtake.models.Library;

/** The tables that the engine keeps itself are as their contracts say. */
class LedgerContractsTest {
    private static final Collection<KeptTable> SHIPPED = Library.read(
                    List.of(Path.of(System.getProperty("offtake.house", ".."), "models")))
            .ledger()
            .values();

    @Test
    void a_table_has_the_columns_of_its_contract_one_row_of_a_grain_and_nulls_only_where_it_is_optional(
            @TempDir Path folder) throws IOException {
        FrontDoor door = new FrontDoor(folder);
        door.put("lines_1.csv", FrontDoor.LINES, "l1,o1,S,5,,,,2024-02-02 10:00:00", "l2,o1,S,many,,,,")
                .take("lines");
        door.put("lines_1.csv", FrontDoor.LINES, "l1,o1,S,6,,,,2024-02-03 10:00:00", ",o1,S,many,,,,")
                .put("lines_2.csv", "this,is,no,file,of,lines")
                .take("lines");

        assertThat(SHIPPED).hasSize(2).allSatisfy(kept -> {
            Dataset<Row> rows = door.rows(kept.table());
            assertThat(rows.columns())
                    .containsExactly(kept.columns().stream().map(Column::name).toArray(String[]::new));
            assertThat(kept.columns())
                    .allMatch(column -> Cast.canUpCast(
                            rows.schema().apply(column.name()).dataType(),
                            DataType.fromDDL(column.type().sparkType())));
            List<Row> all = rows.collectAsList();
            assertThat(all).isNotEmpty();
            assertThat(all.stream()
                            .map(row -> kept.grain().stream().map(row::getAs).toList()))
                    .doesNotHaveDuplicates();
            assertThat(kept.columns()).filteredOn(column -> !column.optional()).allMatch(column -> all.stream()
                    .noneMatch(row -> row.isNullAt(row.fieldIndex(column.name()))));
        });
    }
}
