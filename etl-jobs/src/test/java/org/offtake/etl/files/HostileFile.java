package org.offtake.etl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.offtake.models.Dialect;

/** A file written for one test, and what reading it gives. */
record HostileFile(Path path, Dialect dialect, List<ExpectedColumn> expected) {

    static final List<ExpectedColumn> ID_AND_NAME =
            List.of(ExpectedColumn.required("id"), ExpectedColumn.required("name"));

    static HostileFile of(Path folder, String name, byte[] bytes, Dialect dialect) {
        try {
            return new HostileFile(Files.write(folder.resolve(name), bytes), dialect, ID_AND_NAME);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static HostileFile csv(Path folder, String text) {
        return of(folder, "hostile.csv", text.getBytes(StandardCharsets.UTF_8), Dialect.csv());
    }

    HostileFile expecting(ExpectedColumn... columns) {
        return new HostileFile(path, dialect, List.of(columns));
    }

    HostileFile in(Dialect other) {
        return new HostileFile(path, other, expected);
    }

    /** All records, after the inspection has counted the same number of them. */
    List<ReceivedRecord> records() {
        List<ReceivedRecord> records = new ArrayList<>();
        try (RecordFile file = ReceivedFiles.open(path, dialect, expected)) {
            file.forEachRemaining(records::add);
        }
        assertThat(readable().records()).isEqualTo(records.size());
        assertThat(records).extracting(ReceivedRecord::number).isSorted().doesNotHaveDuplicates();
        return records;
    }

    /** Each record in one line: its line, then its values or its flaw. */
    List<String> shown() {
        return records().stream()
                .map(record -> record.line() + " "
                        + record.flaw().map(Flaw::code).orElseGet(() -> String.join("|", record.values())))
                .toList();
    }

    ReceivedRecord onlyFlawed() {
        List<ReceivedRecord> flawed =
                records().stream().filter(record -> record.flaw().isPresent()).toList();
        assertThat(flawed).hasSize(1);
        return flawed.get(0);
    }

    String onlyDetail() {
        return onlyFlawed().flaw().orElseThrow().detail();
    }

    FileInspection inspection() {
        return ReceivedFiles.inspect(path, dialect, expected);
    }

    FileInspection.Accepted readable() {
        FileInspection inspection = inspection();
        assertThat(inspection).isInstanceOf(FileInspection.Accepted.class);
        return (FileInspection.Accepted) inspection;
    }

    FileInspection.Refused refused() {
        FileInspection inspection = inspection();
        assertThat(inspection).isInstanceOf(FileInspection.Refused.class);
        return (FileInspection.Refused) inspection;
    }
}
