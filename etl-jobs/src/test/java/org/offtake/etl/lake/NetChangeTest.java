package org.offtake.etl.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.models.TableName;

/** By which rows a table differs from what it was, however it came to that. */
class NetChangeTest {
    private static final TableName TABLE = TableName.parse("gold.thing");

    @TempDir
    private Path folder;

    private Lake lake() {
        return new Lake(SharedSession.get(), folder);
    }

    private void write(String... things) {
        Dataset<Row> rows = lake().spark()
                .sql("select explode(array('" + String.join("','", things) + "')) as thing_id, 'x' as unit");
        new TableWriter(lake(), TABLE, List.of("unit")).replaceAll(rows);
    }

    private static List<String> things(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(row -> row.<String>getAs("thing_id"))
                .sorted()
                .toList();
    }

    @Test
    void what_came_and_went_or_went_and_came_again_did_not_come() {
        write("kept", "leaves", "returns");
        long before = lake().version(TABLE).orElseThrow();
        write("kept", "leaves", "comes", "visits");
        write("kept", "comes", "returns");
        NetChange net =
                NetChange.of(lake(), TABLE, before, lake().version(TABLE).orElseThrow());
        assertThat(things(net.came())).containsExactly("comes");
        assertThat(things(net.others())).containsExactly("leaves", "returns", "visits");
    }

    @Test
    void between_a_version_and_itself_nothing_came_or_went() {
        write("kept");
        NetChange net = NetChange.of(lake(), TABLE, 0, 0);
        assertThat(net.came().columns()).containsExactly("thing_id", "unit");
        assertThat(things(net.came())).isEmpty();
        assertThat(things(net.others())).isEmpty();
    }
}
