package org.offtake.etl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.SharedSession;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.ContractException;
import org.offtake.models.Library;
import org.offtake.models.TableName;

/** A later check looks at what changed since the last good one, and finds what a look at everything finds. */
class CheckingTest {
    private static final TableName ORDERS = TableName.parse("silver.orders");
    private static final TableName PARTS = TableName.parse("gold.fact_part");
    private static final TableName TOTALS = TableName.parse("gold.fact_total");
    private static final List<String> UNIT = List.of("order_id");

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void twoOrdersThatAddUp() throws IOException {
        file("entities/orders.yml", """
                about: An order.
                key: order_id
                columns:
                  order_id: {is: id, about: Number}
                """);
        model("fact_part", "[part_id]", """
                  part_id:    {is: id,           about: Number}
                  order_id:   {is: id,           about: Order}
                  net_amount: {is: money in EUR, about: Amount}
                checks:
                  - must: net_amount > 0
                    because: a part is worth something
                """);
        model("fact_total", "[order_id]", """
                  order_id:   {is: id,           about: Order}
                  net_amount: {is: money in EUR, about: Amount}
                """);
        file("assertions/totals_differ.sql", """
                select totals.order_id, totals.net_amount, sum(parts.net_amount) as parts_amount
                from gold.fact_total as totals
                inner join gold.fact_part as parts
                    on parts.order_id = totals.order_id
                group by totals.order_id, totals.net_amount
                having totals.net_amount <> sum(parts.net_amount)
                """);
        file("assertions/totals_differ.yml", "by: order_id\n");
        lake = new Lake(SharedSession.get(), folder.resolve("lake"));
        writer(PARTS).replaceAll(parts(part("p1", "o1", 3), part("p2", "o1", 4), part("p3", "o2", 5)));
        writer(TOTALS).replaceAll(totals(total("o1", 7), total("o2", 5)));
        assertThat(check()).isEmpty();
    }

    @Test
    void a_row_that_breaks_its_contract_is_found_in_the_unit_that_changed() {
        replace(PARTS, "o2", parts(part("p3", "o2", 5), part("p4", "o2", -1)));
        replace(TOTALS, "o2", totals(total("o2", 4)));

        assertThat(check())
                .containsExactly("gold.fact_part: 1 rows break \"net_amount > 0\" (first: p4), because a part"
                        + " is worth something");
    }

    @Test
    void a_grain_that_another_unit_has_already_is_found() {
        replace(PARTS, "o3", parts(part("p1", "o3", 1)));

        assertThat(check()).singleElement().asString().contains("1 rows break \"unique part_id\" (first: p1)");
    }

    @Test
    void what_must_never_happen_is_found_from_whichever_table_changed_and_stays_found_until_it_is_mended() {
        replace(TOTALS, "o1", totals(total("o1", 8)));
        assertThat(check()).singleElement().asString().contains("1 rows break \"totals_differ\"", "[o1,8.0000,7.0000]");

        replace(PARTS, "o2", parts(part("p3", "o2", 6)));
        assertThat(check()).singleElement().asString().contains("2 rows break \"totals_differ\"");

        replace(TOTALS, "o2", totals(total("o2", 6)));
        assertThat(check()).singleElement().asString().contains("1 rows break \"totals_differ\"", "[o1,8.0000,7.0000]");

        replace(PARTS, "o1", parts(part("p1", "o1", 4), part("p2", "o1", 4)));
        assertThat(check()).isEmpty();
    }

    @Test
    void a_table_that_is_gone_is_a_change_of_all_its_units_beside_those_that_changed_elsewhere() throws IOException {
        file("assertions/part_without_order.sql", """
                select parts.order_id, parts.part_id
                from gold.fact_part as parts
                left join silver.orders as orders
                    on orders.order_id = parts.order_id
                where orders.order_id is null
                """);
        file("assertions/part_without_order.yml", "by: order_id\n");
        writer(ORDERS).replaceAll(rows("order_id string", RowFactory.create("o1"), RowFactory.create("o2")));
        assertThat(check()).isEmpty();

        FileUtils.deleteDirectory(lake.path(ORDERS).toFile());
        replace(PARTS, "o2", parts(part("p3", "o2", 4), part("p4", "o2", 1)));

        assertThat(check()).singleElement().asString().contains("4 rows break \"part_without_order\"");
    }

    @Test
    void units_that_an_assertion_cannot_be_cut_into_are_refused() throws IOException {
        file("assertions/too_many_parts.sql", """
                select parts.order_id, count(*) over (partition by parts.part_id) as part_count
                from gold.fact_part as parts
                """);
        file("assertions/too_many_parts.yml", "by: order_id\n");
        assertThatThrownBy(this::check)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("too_many_parts.sql")
                .hasMessageContaining("puts rows of several units together");

        file("assertions/too_many_parts.yml", "by: part_id\n");
        assertThatThrownBy(this::check).hasMessageContaining("`by` names [part_id], which the SELECT does not give");
    }

    @Test
    void an_assertion_over_a_column_that_there_is_not_is_named_with_it_and_without_the_plan() throws IOException {
        file("assertions/paid_too_much.sql", "select order_id from gold.fact_total where paid_amount > net_amount\n");
        assertThatThrownBy(this::check)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("paid_too_much.sql: ")
                .hasMessageContaining("`paid_amount` cannot be resolved")
                .hasMessageNotContaining("Relation");
    }

    private List<String> check() {
        Library library = Library.read(List.of(folder.resolve("models")));
        return new Checking(library, lake, folder.resolve("state"))
                .check().stream().map(Finding::toString).toList();
    }

    private TableWriter writer(TableName table) {
        return new TableWriter(lake, table, UNIT);
    }

    private void replace(TableName table, String order, Dataset<Row> rows) {
        Row unit = RowFactory.create(order);
        writer(table).replaceUnits(rows, new UnitSet.Literals(UNIT, List.of(unit)));
    }

    private static Row part(String id, String order, int amount) {
        return RowFactory.create(id, order, new BigDecimal(amount));
    }

    private static Row total(String order, int amount) {
        return RowFactory.create(order, new BigDecimal(amount));
    }

    private Dataset<Row> parts(Row... rows) {
        return rows("part_id string, order_id string, net_amount decimal(20,4)", rows);
    }

    private Dataset<Row> totals(Row... rows) {
        return rows("order_id string, net_amount decimal(20,4)", rows);
    }

    private Dataset<Row> rows(String columns, Row... rows) {
        return lake.spark().createDataFrame(Arrays.asList(rows), StructType.fromDDL(columns));
    }

    private void model(String name, String grain, String columns) throws IOException {
        file("gold/parts/" + name + ".sql", "select orders.order_id from silver.orders as orders\n");
        file("gold/parts/" + name + ".yml", """
                about: Parts of orders.
                grain: %s
                by: order_id
                owner: tests
                load: merge
                follows:
                  silver.orders: order_id
                columns:
                %s""".formatted(grain, columns));
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve("models").resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
