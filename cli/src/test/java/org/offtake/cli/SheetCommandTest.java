package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetCommandTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void an_empty_sheet_says_where_it_goes_once_it_is_filled_in() throws IOException {
        String file = folder.resolve("closures_20261127.xlsx").toString();
        Answer nearly = Answer.to("source", "sheet", "offtake/closure", file);
        assertThat(nearly.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(nearly.err())
                .contains("there is no source table 'offtake/closure'. Did you mean 'offtake/closures'?");

        Answer unconfigured = Answer.to("source", "sheet", "offtake/closures", file);
        assertThat(unconfigured.code()).as(unconfigured.err()).isEqualTo(ExitCode.DONE);
        assertThat(unconfigured.err())
                .contains("filled in, it goes into the folder of offtake as closures_*.xlsx, dated as yyyyMMdd");
        assertThat(Answer.to("source", "sheet", "offtake/closures", file).err())
                .contains(file + " is there already; choose a new name");

        Path configuration = Files.writeString(folder.resolve("own.yml"), """
                company: {code: shop, zone: Europe/Amsterdam, currency: EUR}
                home: work
                sources:
                  online_retail: {folder: nowhere}
                """);
        String other = folder.resolve("closures_20261128.xlsx").toString();
        assertThat(Answer.to("source", "sheet", "offtake/closures", other, "--config", configuration.toString())
                        .err())
                .contains("it goes into " + folder.resolve("work/told") + " as closures_*.xlsx");
    }
}
