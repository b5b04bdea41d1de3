package org.offtake.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.models.Library;

/** What is written down of contracts and lineage can be read without either of ours. */
class CatalogFileTest {
    private static final Library LIBRARY = Library.read(List.of(Path.of("src/test/resources/histories")));

    @TempDir
    private Path home = Path.of(".");

    @Test
    void contracts_and_lineage_are_written_down_as_the_contracts_say_them() throws IOException {
        CatalogFile.in(home).write(LIBRARY);

        JsonNode tables = new ObjectMapper()
                .readTree(home.resolve("catalog.json").toFile())
                .path("tables");
        JsonNode customer = tables.path("gold.dim_customer");
        assertThat(customer.path("load").asText()).isEqualTo("keep_history_of customer_id");
        assertThat(customer.path("reads")).extracting(JsonNode::asText).contains("silver.customers");
        assertThat(tables.path("silver.customers").path("read_by"))
                .extracting(JsonNode::asText)
                .contains("gold.dim_customer");
        assertThat(tables.path("gold.fact_order").path("follows").path("gold.dim_customer"))
                .extracting(JsonNode::asText)
                .containsExactly("customer_id -> silver.orders.customer_id");
        assertThat(tables.path("gold.fact_order")
                        .path("columns")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("order_id");
    }

    @Test
    void nothing_is_written_when_nothing_changed() throws IOException {
        CatalogFile.in(home).write(LIBRARY);
        Path file = home.resolve("catalog.json");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        CatalogFile.in(home).write(LIBRARY);

        assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();
    }
}
