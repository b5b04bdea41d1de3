package org.offtake.datatests.followup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.datatests.Checkout;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.followup.FollowupReturn;

/** What somebody gives back as a sheet of signals. */
class FollowupReturnTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_file_that_is_no_sheet_of_signals_is_refused_at_the_door() throws IOException {
        Files.writeString(folder.resolve("offtake.yml"), """
                company: {code: wholesale, zone: Europe/Amsterdam, currency: EUR}
                sources:
                  wholesale: {folder: drop}
                """);
        Configuration configuration = Configuration.read(folder.resolve("offtake.yml"), Map.of());
        Path other = folder.resolve("holiday.txt");
        Files.writeString(other, "sun");
        assertThatThrownBy(() -> new FollowupReturn(configuration, Checkout.library()).put(other))
                .hasMessageContaining("save it as .xlsx");
        Path damaged = folder.resolve("followups.xlsx");
        Files.writeString(damaged, "sun");
        assertThatThrownBy(() -> new FollowupReturn(configuration, Checkout.library()).put(damaged))
                .hasMessageContaining("cannot be taken");
    }
}
