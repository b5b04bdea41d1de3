package org.offtake.etl.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.models.Dialect;

class RandomTextTest {

    private static final String[] PIECES = {"a", "\"", "\"", ",", ",", "\n", "\r", "\r\n", "b", " ", "\u00E9", "\"\""};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_a_strict_writer_writes_is_read_back_whole(long seed) throws IOException {
        Random random = new Random(seed);
        StringWriter text = new StringWriter();
        List<List<String>> written = new ArrayList<>();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord("id", "name");
            for (int record = 0; record < 500; record++) {
                List<String> values = List.of("x" + random(random, 12), random(random, 12));
                written.add(values);
                writer.writeRecord(values);
            }
        }
        List<ReceivedRecord> read = HostileFile.csv(folder, text.toString()).records();
        assertThat(read).extracting(record -> List.copyOf(record.values())).isEqualTo(written);
        assertThat(read).allMatch(record -> record.flaw().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_good_record_after_random_text_is_never_lost(long seed) {
        Random random = new Random(seed);
        for (int file = 0; file < 200; file++) {
            String noise = random(random, 60);
            String text = "id,name\n" + noise + "\n1,apple\n2,pear\n\"3\",\"plum\"\n4,fig\n";
            FileInspection inspection =
                    ReceivedFiles.inspect(HostileFile.csv(folder, text).path(), Dialect.csv(), HostileFile.ID_AND_NAME);
            if (inspection instanceof FileInspection.Refused refused) {
                assertThat(refused.code()).isEqualTo(RefusedFile.OPEN_QUOTE);
                continue;
            }
            assertThat(HostileFile.csv(folder, text).shown())
                    .as(text)
                    .extracting(shown -> shown.substring(shown.indexOf(' ') + 1))
                    .containsSubsequence("3|plum", "4|fig");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void random_bytes_give_records_or_a_refusal_and_nothing_else(long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[100_000];
        random.nextBytes(bytes);
        byte[] header = "id,name\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(header, 0, bytes, 0, header.length);
        for (Dialect dialect : List.of(Dialect.csv(), Dialect.jsonLines(), Dialect.xlsx())) {
            FileInspection inspection =
                    HostileFile.of(folder, "noise", bytes, dialect).inspection();
            if (inspection instanceof FileInspection.Refused refused) {
                assertThat(refused.reason()).startsWith("noise: ");
            }
        }
    }

    private static String random(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(most); count > 0; count--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
