package org.offtake.etl.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** When changes can no longer be told, a model is built anew: forgetting costs time, never truth. */
class ForgottenChangesTest {
    private static final TableName ORDERS = TableName.parse("silver.orders");

    private final Library library = Library.read(List.of(Path.of("src/test/resources/histories")));
    private final List<Model> month = List.of(library.model(TableName.parse("gold.month")));

    @TempDir
    private Path folder;

    @Test
    void changes_whose_files_were_cleaned_away_have_the_model_built_in_full() {
        Warehouse warehouse = new Warehouse(folder, library, month, new Random(1));
        warehouse.deliver(warehouse.entity("orders").insert(9));
        assertThat(warehouse.buildAll()).isEmpty();
        warehouse.deliver(warehouse.entity("orders").change(5));
        warehouse.deliver(warehouse.entity("orders").change(5));
        warehouse.vacuum(ORDERS);

        assertThat(warehouse.buildAll()).isEmpty();
        warehouse.deliver(warehouse.entity("orders").change(5));
        assertThat(warehouse.buildAll()).isEmpty();
    }

    @Test
    void a_table_that_was_made_anew_up_to_the_same_version_is_noticed() throws IOException {
        Warehouse warehouse = new Warehouse(folder, library, month, new Random(1));
        warehouse.deliver(warehouse.entity("orders").insert(9));
        assertThat(warehouse.buildAll()).isEmpty();
        warehouse.drop(ORDERS);

        Warehouse later = new Warehouse(folder, library, month, new Random(2));
        later.deliver(later.entity("orders").insert(7));
        assertThat(later.lake().version(ORDERS)).hasValue(0);
        assertThat(later.building(month.get(0)).isUpToDate()).isFalse();
        assertThat(later.buildAll()).isEmpty();
        assertThat(later.building(month.get(0)).isUpToDate()).isTrue();
    }
}
