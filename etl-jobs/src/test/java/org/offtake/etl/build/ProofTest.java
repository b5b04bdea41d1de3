package org.offtake.etl.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.etl.check.Proof;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** A table that was built day by day is proven by working it out in full; one that somebody changed is found out. */
class ProofTest {
    private static final TableName MONTH = TableName.parse("gold.month");

    private final Library library = Library.read(List.of(Path.of("src/test/resources/histories")));
    private final Model month = library.model(MONTH);

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void what_was_built_is_what_it_gives_in_full_until_a_row_is_taken_away() {
        Warehouse warehouse = new Warehouse(folder, library, List.of(month), new Random(1));
        Proof proof = new Proof(library, warehouse.lake(), folder.resolve("state"), Warehouse.TODAY);
        assertThat(proof.of(month).outcome()).isEqualTo(Proof.Outcome.NOT_BUILT);
        warehouse.deliver(warehouse.entity("orders").insert(9));
        warehouse.buildAll();
        warehouse.deliver(warehouse.entity("orders").change(5));
        warehouse.buildAll();

        Proof.Compared equal = proof.of(month);
        assertThat(equal.outcome()).isEqualTo(Proof.Outcome.EQUAL);
        assertThat(equal.rows()).isPositive();

        Dataset<Row> stored = warehouse.lake().stored(MONTH);
        List<Row> rows = stored.collectAsList();
        warehouse
                .lake()
                .spark()
                .createDataFrame(rows.subList(1, rows.size()), stored.schema())
                .write()
                .format("delta")
                .mode("overwrite")
                .save(warehouse.lake().path(MONTH).toString());
        Proof.Compared different = proof.of(month);
        assertThat(different.outcome()).isEqualTo(Proof.Outcome.DIFFERENT);
        assertThat(different.onlyBuilt()).isZero();
        assertThat(different.onlyInFull()).isEqualTo(1);
        assertThat(different.rows()).isEqualTo(equal.rows() - 1);
        assertThat(different.told())
                .contains("gold.month differs from itself worked out in full: 0 of its " + different.rows())
                .contains("take away build_month in the folder `state`");

        warehouse.deliver(warehouse.entity("orders").change(5));
        assertThat(proof.of(month).outcome()).isEqualTo(Proof.Outcome.NOT_BUILT);
    }
}
