package org.offtake.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    @TempDir
    private Path folder = Path.of(".");

    private SmallLibrary small = new SmallLibrary(folder);

    @BeforeEach
    void write() throws IOException {
        small = SmallLibrary.in(folder);
        small.write("sources/shop/orders.yml", """
                about: Orders as the shop exports them.
                files: "orders_*.csv"
                format: csv
                becomes: {orders: otherwise}
                columns:
                  order_id: {is: id}
                """);
        small.write("sources/shop/orders.sql", "select _record, order_id from bronze.shop_orders\n");
    }

    @Test
    void a_table_is_made_of_what_it_reads_down_to_the_files() {
        Catalog catalog = Catalog.of(small.read());

        assertThat(catalog.table("gold.fact_order").reads()).containsExactly("silver.orders");
        assertThat(catalog.table("silver.orders").reads()).containsExactly("shop/orders");
        assertThat(catalog.sources("gold.fact_order")).containsExactly("shop/orders");
        assertThat(catalog.readBy("shop/orders")).containsExactly("silver.orders");
        assertThat(catalog.sources("shop/orders")).isEmpty();
    }

    @Test
    void the_dictionary_tells_the_columns_the_rules_and_the_file() {
        assertThat(new Dictionary(Catalog.of(small.read()), folder).markdown())
                .contains("### gold.fact_order\n\nOne row per order.\n")
                .contains("Grain: `order_id`. Made of `silver.orders`. Owner: sales.")
                .contains("[`gold/orders/fact_order.sql`](../gold/orders/fact_order.sql)")
                .contains("| `is_late` ∘ | flag | Whether it came late |")
                .contains("* must: `ordered_date > date'2000-01-01'`, because there was no shop before")
                .contains("| `shop/orders` | Orders as the shop exports them. | `silver.orders` |");
    }

    @Test
    void a_name_that_is_no_table_is_answered_with_the_nearest() {
        Catalog catalog = Catalog.of(small.read());

        assertThatThrownBy(() -> catalog.table("gold.fact_ordr"))
                .hasMessageContaining("Did you mean 'gold.fact_order'?");
    }
}
