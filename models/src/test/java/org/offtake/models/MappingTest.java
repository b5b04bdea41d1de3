package org.offtake.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tables of a system that become the same entity. */
class MappingTest {
    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void two_tables() throws IOException {
        SmallLibrary library = SmallLibrary.in(folder);
        for (String table : List.of("list", "mail")) {
            library.write("sources/shop/" + table + ".yml", """
                    about: Orders.
                    format: csv
                    files: "%s_*.csv"
                    columns:
                      order_id: {is: id}
                    becomes: {orders: otherwise}
                    """.formatted(table));
        }
        library.write("sources/shop/orders.sql", "select records._record from bronze.shop_list as records");
    }

    private static String mapping(Library library, String table) {
        SourceTable source = library.sourcesOf("shop").stream()
                .filter(each -> each.name().equals(table))
                .findFirst()
                .orElseThrow();
        return String.valueOf(
                library.mapping(source, "orders").orElseThrow().file().getFileName());
    }

    @Test
    void a_mapping_that_is_named_for_a_table_goes_before_the_one_for_all() throws IOException {
        new SmallLibrary(folder)
                .write("sources/shop/orders.mail.sql", "select records._record from bronze.shop_mail as records");
        Library library = Library.read(List.of(folder));
        assertThat(mapping(library, "list")).isEqualTo("orders.sql");
        assertThat(mapping(library, "mail")).isEqualTo("orders.mail.sql");
    }

    @Test
    void a_mapping_that_is_named_for_no_table_is_refused_with_the_nearest() throws IOException {
        new SmallLibrary(folder)
                .write("sources/shop/orders.mial.sql", "select records._record from bronze.shop_mail as records");
        assertThatThrownBy(() -> Library.read(List.of(folder)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("orders.mial.sql")
                .hasMessageContaining("named for the table 'mial'")
                .hasMessageContaining("Did you mean 'mail'?");
    }
}
