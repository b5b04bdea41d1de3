package org.offtake.etl.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.SharedSession;
import org.offtake.models.ContractException;
import org.offtake.models.Library;
import org.offtake.models.Seed;

/** A table kept by hand, as somebody who keeps it may leave it. */
class SeedingTest {
    private static final String HEAD = "holiday_date,holiday_name\n2026-12-25,Kerst\n";

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void contract() throws IOException {
        Files.createDirectories(folder.resolve("models/seeds"));
        Files.writeString(folder.resolve("models/seeds/holidays.yml"), """
                about: Days on which nobody orders.
                grain: holiday_date
                columns:
                  holiday_date: {is: date, about: The day}
                  holiday_name: {is: text, about: Its name}
                """);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-26,Tweede, ook vrij | has 3 fields, but first record had 2 fields; a value that holds a comma stands in",
                "2026-02-30,Nooit | record 3: holiday_date '2026-02-30' is no date"
            })
    void what_does_not_fit_is_named_with_its_file_and_record(String line, String problem) throws IOException {
        assertThatThrownBy(() -> load(HEAD + line + "\n"))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("holidays.csv: ")
                .hasMessageContaining(problem);
    }

    @Test
    void what_fits_is_there_and_once_mended_too() throws IOException {
        assertThatThrownBy(() -> load(HEAD + "tomorrow,Morgen\n")).isInstanceOf(ContractException.class);
        Lake lake = load(HEAD + "2026-12-26,Tweede kerstdag\n");
        assertThat(lake.stored(seed().table()).count()).isEqualTo(2);
    }

    private Seed seed() {
        return Library.read(List.of(folder.resolve("models")))
                .seeds()
                .values()
                .iterator()
                .next();
    }

    private Lake load(String csv) throws IOException {
        Files.writeString(folder.resolve("models/seeds/holidays.csv"), csv);
        Lake lake = new Lake(SharedSession.get(), folder.resolve("lake"));
        new Seeding(seed(), lake.root(), folder.resolve("state")).load(lake);
        return lake;
    }
}
