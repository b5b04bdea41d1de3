package org.offtake.etl.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.Seed;
import org.offtake.models.TableName;

/** A table kept by hand, as somebody who keeps it may leave it. */
class SeedingTest {
    private static final String HEAD = "holiday_date,holiday_name\n";
    private static final String KERST = "2026-12-25,Kerst\n";

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
                "2026-12-26,Tweede, ook vrij | has 3 fields, but first record had 2 fields; each column has its comma, and a value that",
                "2026-02-30,Nooit | record 3: holiday_date '2026-02-30' is no date such as 2026-01-31",
                "2026-1-2,Twee | record 3: holiday_date '2026-1-2' is no date such as 2026-01-31",
                "2026-12-25,Eerste kerstdag | record 3: 2026-12-25 stands already in record 2",
                "2026-12-26, | record 3: holiday_name is empty; its contract does not say that it may be"
            })
    void what_does_not_fit_is_named_with_its_file_and_record(String line, String problem) {
        assertThatThrownBy(() -> load(HEAD + KERST + line + "\n"))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("models/seeds/holidays.csv: ")
                .hasMessageContaining(problem);
    }

    @Test
    void what_fits_is_there_and_once_mended_too() throws IOException {
        assertThatThrownBy(() -> load(HEAD + KERST + "tomorrow,Morgen\n")).isInstanceOf(ContractException.class);
        load(HEAD + KERST + "2026-12-26,Tweede kerstdag\n");
        assertThat(there()).containsExactly("2026-12-25 Kerst", "2026-12-26 Tweede kerstdag");
    }

    @Test
    void records_of_an_own_folder_take_the_place_of_those_with_their_key_until_they_are_gone() throws IOException {
        load(HEAD + KERST + "2026-12-26,Tweede kerstdag\n2027-01-01,Nieuwjaar\n");
        assertThat(seeding().isUpToDate()).isTrue();

        amend(HEAD + "2026-12-25,Inventaris\n2026-12-26,\n2026-12-31,Oud\n2026-12-30,Bijna\n");
        assertThat(seeding().isUpToDate()).isFalse();
        assertThat(seeding().load(lake()))
                .containsExactly("seed.holidays by " + folder.resolve("own/seeds/holidays.csv")
                        + ": 1 replaced, 2 added, 1 taken away");
        assertThat(there())
                .containsExactly("2026-12-25 Inventaris", "2026-12-30 Bijna", "2026-12-31 Oud", "2027-01-01 Nieuwjaar");

        Files.delete(folder.resolve("own/seeds/holidays.csv"));
        assertThat(seeding().isUpToDate()).isFalse();
        assertThat(seeding().load(lake())).isEmpty();
        assertThat(there()).containsExactly("2026-12-25 Kerst", "2026-12-26 Tweede kerstdag", "2027-01-01 Nieuwjaar");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-24, | record 2: takes away a record that is not there. Did you mean '2026-12-25'?",
                "tomorrow,Morgen | record 2: holiday_date 'tomorrow' is no date",
                "2026-12-25 | has 1 fields, but first record had 2 fields; each column has its comma"
            })
    void what_does_not_fit_in_an_own_folder_is_named_there(String line, String problem) throws IOException {
        amend(HEAD + line + "\n");
        assertThatThrownBy(() -> load(HEAD + KERST))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("own/seeds/holidays.csv: ")
                .hasMessageContaining(problem);
    }

    @Test
    void a_key_that_is_new_is_refused_where_all_are_known() throws IOException {
        Path contract = folder.resolve("models/seeds/holidays.yml");
        Files.writeString(contract, Files.readString(contract).replace("columns:", "closed: true\ncolumns:"));
        amend(HEAD + "2026-12-26,Tweede kerstdag\n");
        assertThatThrownBy(() -> load(HEAD + KERST))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("record 2: has a key that nothing knows. Did you mean '2026-12-25'?");
        amend(HEAD + "2026-12-25,Inventaris\n");
        load(HEAD + KERST);
        assertThat(there()).containsExactly("2026-12-25 Inventaris");
    }

    @Test
    void a_header_is_looked_at_where_no_record_follows_it() throws IOException {
        amend("day,name\n");
        assertThatThrownBy(() -> load(HEAD + KERST))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("own/seeds/holidays.csv:1: the header is [day, name], the contract says");
    }

    @Test
    void a_spreadsheet_s_mark_is_no_part_of_the_header_and_another_encoding_is_refused() throws IOException {
        amend("\uFEFF" + HEAD + "2026-12-25,Financiële sluiting\n");
        load(HEAD + KERST);
        assertThat(there()).containsExactly("2026-12-25 Financiële sluiting");

        Files.writeString(
                folder.resolve("own/seeds/holidays.csv"),
                HEAD + "2026-12-25,Financiële sluiting\n",
                StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> load(HEAD + KERST))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("own/seeds/holidays.csv: is not written in UTF-8; save it as CSV UTF-8");
    }

    private void load(String csv) throws IOException {
        Files.writeString(folder.resolve("models/seeds/holidays.csv"), csv);
        seeding().load(lake());
    }

    private void amend(String csv) throws IOException {
        Files.createDirectories(folder.resolve("own/seeds"));
        Files.writeString(folder.resolve("own/seeds/holidays.csv"), csv);
    }

    private Seeding seeding() {
        Seed seed = Library.read(List.of(folder.resolve("models"), folder.resolve("own")))
                .seeds()
                .values()
                .iterator()
                .next();
        return new Seeding(seed, lake().root(), folder.resolve("state"));
    }

    private Lake lake() {
        return new Lake(SharedSession.get(), folder.resolve("lake"));
    }

    private List<String> there() {
        return lake().stored(new TableName(Layer.SEED, "holidays")).collectAsList().stream()
                .map(row -> row.getAs("holiday_date") + " " + row.getAs("holiday_name"))
                .sorted()
                .toList();
    }
}
