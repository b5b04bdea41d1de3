package org.offtake.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name stands for one thing, wherever it is written down. */
class DoubleNamesTest {
    @TempDir
    private Path folder = Path.of(".");

    private SmallLibrary library = new SmallLibrary(folder);

    @BeforeEach
    void write() throws IOException {
        library = SmallLibrary.in(folder);
    }

    @Test
    void a_name_that_stands_in_two_folders_is_refused_with_both(@TempDir Path other) throws IOException {
        SmallLibrary.in(other);
        assertThatThrownBy(() -> Library.read(List.of(folder, other)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(other.toString())
                .hasMessageContaining("stands already in " + folder);
    }

    @Test
    void a_mart_model_named_as_a_view_of_the_register_is_refused() throws IOException {
        library.write("register/order_told.yml", """
                about: One row per order that was told.
                grain: order_id
                columns:
                  order_id: {is: id, about: Its number}
                """);
        library.write("mart/orders/order_told.yml", """
                about: One row per order.
                grain: order_id
                owner: sales
                load: merge
                follows:
                  gold.fact_order: order_id
                columns:
                  order_id: {is: id, about: Its number}
                """);
        library.write("mart/orders/order_told.sql", """
                -- One row per order.
                select orders.order_id
                from gold.fact_order as orders
                """);
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("mart.order_told stands already in ")
                .hasMessageContaining("register/order_told.yml");
    }

    @Test
    void an_entity_named_as_a_table_of_the_ledger_is_refused() throws IOException {
        library.write("ledger/orders.yml", """
                about: One row per order that arrived.
                grain: order_id
                columns:
                  order_id: {is: id, about: Its number}
                """);
        assertThatThrownBy(library::read)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("silver.orders stands already in ")
                .hasMessageContaining("ledger/orders.yml");
    }
}
