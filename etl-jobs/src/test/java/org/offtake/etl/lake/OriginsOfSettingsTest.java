package org.offtake.etl.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsOfSettingsTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void what_is_sent_with_a_file_keeps_its_values_and_has_no_origins_also_after_files_were_written_and_read() {
        SparkSession session = SharedSession.get();
        String table = folder.resolve("table").toString();
        session.range(3).write().format("delta").save(table);
        assertThat(session.read().format("delta").load(table).count()).isEqualTo(3);

        Configuration sent = session.sessionState().newHadoopConf();

        assertThat(sent.get("io.file.buffer.size")).isNotBlank();
        assertThat(sent.getPropertySources("io.file.buffer.size")).isNull();
        assertThat(new Configuration().getPropertySources("io.file.buffer.size"))
                .as("of others")
                .isNotEmpty();
    }
}
