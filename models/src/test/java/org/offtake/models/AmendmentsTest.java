package org.offtake.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of a user's own says records of a seed otherwise, in a file of its name. */
class AmendmentsTest {
    @TempDir
    private Path shipped = Path.of(".");

    @TempDir
    private Path own = Path.of(".");

    @TempDir
    private Path other = Path.of(".");

    @BeforeEach
    void write() throws IOException {
        SmallLibrary library = SmallLibrary.in(shipped);
        library.write("seeds/rules.yml", """
                about: When it is told.
                grain: rule_code
                columns:
                  rule_code: {is: code,             about: The rule}
                  wait_days: {is: duration in days, about: Days that pass}
                """);
        library.write("seeds/rules.csv", "rule_code,wait_days\nLATE,3\n");
    }

    @Test
    void a_seed_has_the_files_of_its_name_in_the_order_of_their_folders() throws IOException {
        Path second = amend(other, "rules.csv");
        Path first = amend(own, "calendars/rules.csv");
        Library library = Library.read(List.of(shipped, own, other));

        assertThat(library.seeds().values()).singleElement().satisfies(seed -> {
            assertThat(seed.csv()).isEqualTo(shipped.resolve("seeds/rules.csv"));
            assertThat(seed.amendments()).containsExactly(first, second);
        });
        assertThat(Catalog.of(library).table("seed.rules").amendments()).containsExactly(first, second);
    }

    @Test
    void a_file_that_amends_nothing_is_refused_with_the_nearest_seed() throws IOException {
        amend(own, "rule.csv");
        assertThatThrownBy(() -> Library.read(List.of(shipped, own)))
                .isInstanceOf(ContractException.class)
                .hasMessage(own.resolve("seeds/rule.csv")
                        + ": there is no seed 'rule' that it could amend; a table of its own needs a contract beside it,"
                        + " rule.yml. Did you mean 'rules'?");
    }

    @Test
    void a_second_contract_of_a_seed_is_refused() throws IOException {
        SmallLibrary twice = new SmallLibrary(own);
        twice.write("seeds/rules.yml", Files.readString(shipped.resolve("seeds/rules.yml")));
        twice.write("seeds/rules.csv", "rule_code,wait_days\nLATE,9\n");
        assertThatThrownBy(() -> Library.read(List.of(shipped, own)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("seed.rules stands already in " + shipped);
    }

    private static Path amend(Path folder, String name) throws IOException {
        new SmallLibrary(folder).write("seeds/" + name, "rule_code,wait_days\nLATE,9\n");
        return folder.resolve("seeds/" + name);
    }
}
