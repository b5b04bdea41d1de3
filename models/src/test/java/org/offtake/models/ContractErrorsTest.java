package org.offtake.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract that is wrong is refused before anything runs, with its file, its line and the nearest right word. */
class ContractErrorsTest {
    @TempDir
    private Path folder = Path.of(".");

    private SmallLibrary library = new SmallLibrary(folder);

    @BeforeEach
    void write() throws IOException {
        library = SmallLibrary.in(folder);
    }

    @Test
    void the_library_that_is_broken_below_is_whole() {
        Model model = library.read().model(TableName.parse("gold.fact_order"));
        assertThat(model.by()).isEqualTo(model.grain()).containsExactly("order_id");
        assertThat(model.columns()).extracting(Column::optional).containsExactly(false, false, true);
        assertThat(model.reads()).containsExactly(TableName.parse("silver.orders"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wrong")
    void a_wrong_line_is_refused(String text, String wrong, String problem) throws IOException {
        library.change(SmallLibrary.CONTRACT, text, wrong);
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("fact_order." + problem);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("owner:", "ownr:", "yml:3: unknown key 'ownr'. Did you mean 'owner'?"),
                Arguments.of("owner: sales\n", "", "yml:1: 'owner' is missing"),
                Arguments.of("load: merge", "load: merge\nload: merge", "yml:5: 'load' stands here twice"),
                Arguments.of("load: merge", "load: often", "yml:1: 'often' is no load rule: write replace, merge, or"),
                Arguments.of("owner: sales", "owner: [sales]", "yml:3: 'owner' must be a single value"),
                Arguments.of("owner: sales", "owner: \"sales", "yml:"),
                Arguments.of("grain: order_id\n", "", "yml:1: 'grain' is missing: which columns name a row?"),
                Arguments.of("grain: order_id", "by: order_id", "yml:1: 'grain' is missing: which columns name a row?"),
                Arguments.of(
                        "grain: order_id", "grain: order_di", "yml:2: 'grain' names 'order_di', which is no column."),
                Arguments.of(
                        "owner:", "by: ordered_dat\nowner:", "yml:3: 'by' names 'ordered_dat', which is no column."),
                Arguments.of(
                        "is: flag", "is: flagg", "yml:10: column is_late: 'flagg' is no column type. Did you mean"),
                Arguments.of(
                        "is: flag", "is: money", "yml:10: column is_late: 'money': say in what, such as 'money in"),
                Arguments.of("is: flag", "is: flag of x", "yml:10: column is_late: 'flag of x': flag takes nothing"),
                Arguments.of(
                        "optional: true", "optional: maybe", "yml:10: 'optional' must be true or false, not 'maybe'"),
                Arguments.of("optional:", "optionl:", "yml:10: unknown key 'optionl'. Did you mean 'optional'?"),
                Arguments.of(", about: Whether it came late", "", "yml:10: 'about' is missing"),
                Arguments.of(
                        "ordered_date: {",
                        "ordered_day: {",
                        "yml:9: column ordered_day: a column that is date is named"),
                Arguments.of(
                        "is_late:", "late_at:", "yml:10: column late_at: the name promises a column that is instant"),
                Arguments.of("- must:", "- mst:", "yml:12: unknown key 'mst'. Did you mean 'must'?"),
                Arguments.of("- must:", "- should: true\n    must:", "yml:12: a check says either 'must' or 'should'"),
                Arguments.of("    because: there was no shop before\n", "", "yml:12: 'because' is missing"),
                Arguments.of(
                        "silver.orders: o", "silvr.orders: o", "yml:6: 'silvr' is no layer. Did you mean 'silver'?"),
                Arguments.of("silver.orders: o", "orders: o", "yml:6: 'orders' is no table: write layer.name"),
                Arguments.of("silver.orders: o", "silver.Orders: o", "yml:6: 'Orders' is no table name"),
                Arguments.of(
                        "orders: order_id",
                        "orders: [order_id, ordered_date]",
                        "yml:6: 'silver.orders' gives 2 values for the 1 columns of `by`"),
                Arguments.of(
                        "orders: order_id",
                        "orders: order_id -> orders.order_id",
                        "yml:6: 'order_id -> orders.order_id' is no path: write column -> layer.table.column"),
                Arguments.of(
                        "orders: order_id",
                        "orders: order_id -> silver.lines.order_id",
                        "yml:6: the path of silver.orders steps through silver.lines, which "),
                Arguments.of(
                        "follows:\n  silver.orders: order_id",
                        "follows: [silver.orders]",
                        "yml:5: 'follows' must be `key: value` pairs, not a list"),
                Arguments.of(
                        "silver.orders: order_id", "[silver.orders]: order_id", "yml:6: a key must be a single word"),
                Arguments.of(
                        "- must: ordered_date > date'2000-01-01'\n    because:",
                        "why:",
                        "yml:12: 'checks' must be a list of `key: value` pairs"),
                Arguments.of("silver.orders: o", "mart.orders: o", "yml:6: a model of gold may not read mart.orders"),
                Arguments.of(
                        "silver.orders: o", "bronze.orders: o", "yml:6: a model of gold may not read bronze.orders"),
                Arguments.of(
                        "silver.orders: o",
                        "silver.ordres: o",
                        "sql: reads silver.ordres, which does not exist. Did you mean 'silver.orders'?"),
                Arguments.of(
                        "is_late:      {is: flag",
                        "party_key: {is: key of gold.dim_party",
                        "sql: reads gold.dim_party, which does not exist"),
                Arguments.of(
                        "load: merge",
                        "load: keep_history_of order_id",
                        "yml:4: 'load' names 'valid_from_date', which is no column."),
                Arguments.of(
                        "load: merge",
                        "load: merge\ninferred_from: [silver.lines.order_id]",
                        "yml:5: silver.lines is not followed: add it to `follows` by order_id"),
                Arguments.of(
                        "load: merge",
                        "load: merge\nfrozen: ordered_date",
                        "yml:5: figures are told in mart: a table of gold is always made again"));
    }

    @Test
    void a_contract_without_its_select_is_refused() throws IOException {
        library.delete(SmallLibrary.SELECT);
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageEndingWith("fact_order.sql: is missing: a contract and its SQL stand side by side");
    }

    @ParameterizedTest
    @ValueSource(strings = {SmallLibrary.CONTRACT, SmallLibrary.SELECT})
    void a_file_in_another_encoding_is_refused(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, Files.readString(file).replace("order", "ordér").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageEndingWith(file.getFileName() + ": is not written in UTF-8: save it in that encoding");
    }

    @Test
    void a_contract_with_a_character_that_cannot_be_written_is_refused() throws IOException {
        library.change(SmallLibrary.CONTRACT, "late", "late\u0000");
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("fact_order.yml: not valid YAML: ");
    }

    @ParameterizedTest
    @MethodSource("noContracts")
    void a_file_that_is_no_contract_is_refused(String text, String problem) throws IOException {
        library.write(SmallLibrary.CONTRACT, text);
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("fact_order.yml:" + problem);
    }

    static Stream<Arguments> noContracts() {
        return Stream.of(
                Arguments.of("", "1: the file is empty"),
                Arguments.of("- about\n- grain\n", "1: expected `key: value` pairs here"),
                Arguments.of("about: One\n  grain: two: three\n", "2: not valid YAML"));
    }

    @Test
    void a_key_of_an_entity_names_one_of_its_columns() throws IOException {
        library.change(SmallLibrary.ENTITY, "key: order_id", "key: order_number");
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("orders.yml:2: 'key' names 'order_number', which is no column.");
    }

    @Test
    void a_model_that_is_asked_for_by_a_wrong_name_is_named_with_the_nearest() {
        assertThatThrownBy(() -> library.read().model(TableName.parse("gold.fact_orders")))
                .hasMessage("there is no model gold.fact_orders. Did you mean 'gold.fact_order'?");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongSources")
    void a_source_table_that_cannot_mean_what_it_says_is_refused(String line, String problem) throws IOException {
        library.write("sources/shop/list.yml", """
            about: All orders.
            format: csv
            files: "orders_*.csv"
            %s
            columns:
              order_id: {is: id}
              amount:   {is: money in EUR}
            becomes: {orders: otherwise}
            """.formatted(line));
        library.write("sources/shop/orders.sql", "select records._record from bronze.shop_list as records");
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("list.yml")
                .hasMessageContaining(problem);
    }

    static Stream<Arguments> wrongSources() {
        String stamped = "delivers: everything\nstamp: {name: \"(.*)\", format: yyyy}\n";
        return Stream.of(
                Arguments.of("delivers: all", "'delivers' is changes or everything"),
                Arguments.of("delivers: everything", "'delivers: everything' needs a 'stamp'"),
                Arguments.of(stamped + "keyless: true", "'delivers: everything' needs a key"),
                Arguments.of("snapshot: {shrink_percent: 5}", "'snapshot' is for a table that `delivers: everything`"),
                Arguments.of(stamped + "snapshot: {shrink: 5}", "unknown key 'shrink'"),
                Arguments.of(stamped + "snapshot: {shrink_percent: 101}", "is from 0 to 100, not 101"),
                Arguments.of(
                        stamped + "snapshot: {scope: order_day}",
                        "'scope' names 'order_day', which is no column of silver.orders."),
                Arguments.of("control_total: order_id", "names 'order_id', which is no column that is money."));
    }
}
