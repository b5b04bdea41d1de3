package org.offtake.etl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.offtake.models.Dialect;

/** Public files with their own oddities; the counts were made once with another parser (Python's csv, strict). */
class RealFilesTest {

    @Test
    void every_line_of_the_online_retail_files_is_a_good_record() throws IOException {
        List<ExpectedColumn> expected = Stream.of("InvoiceNo", "StockCode", "Description", "Quantity", "CustomerID")
                .map(ExpectedColumn::required)
                .toList();
        long records = 0;
        try (Stream<Path> days = Files.list(folder("ONLINE_RETAIL_DIR"))) {
            for (Path day : days.sorted().toList()) {
                FileInspection inspection = ReceivedFiles.inspect(day, Dialect.csv(), expected);
                assertThat(inspection).isInstanceOfSatisfying(FileInspection.Accepted.class, readable -> assertThat(
                                readable.warnings())
                        .noneMatch(warning -> warning.contains("flawed")));
                records += ((FileInspection.Accepted) inspection).records();
            }
        }
        assertThat(records).isEqualTo(142_083);
    }

    @Test
    void the_delivery_history_with_its_mark_and_quotes_is_read_whole() {
        Path file = folder("USAID_SCMS_DIR").resolve("SCMS_Delivery_History_Dataset.csv");
        HostileFile history = new HostileFile(
                file, Dialect.csv(), List.of(ExpectedColumn.required("ID"), ExpectedColumn.required("Country")));
        List<ReceivedRecord> records = history.records();
        assertThat(records).hasSize(10_324).allMatch(record -> record.flaw().isEmpty());
        assertThat(records.get(0).values()).containsExactly("1", "C\u00F4te d'Ivoire");
    }

    private static Path folder(String variable) {
        Optional<String> folder = Optional.ofNullable(System.getenv(variable));
        assumeTrue(folder.isPresent(), "set " + variable + " to the folder of the public files to run this");
        return Path.of(folder.orElseThrow());
    }
}
