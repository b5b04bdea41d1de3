package org.offtake.etl.followup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.files.FileInspection;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.lake.WholeFile;
import org.offtake.etl.land.BronzeRows;
import org.offtake.models.Library;

/** Puts a sheet that was filled in at the front door. */
public record FollowupReturn(Configuration configuration, Library library) {
    /**
     * Looks whether it can be read, then copies it; gives the file it wrote. The same sheet once more takes the place of
     * the one before.
     *
     * @throws IllegalArgumentException when it cannot be taken, saying why
     */
    public Path put(Path workbook) throws IOException {
        if (!Files.isRegularFile(workbook)) {
            throw new IllegalArgumentException(workbook + ": there is no such file; check the name and the folder");
        }
        if (!String.valueOf(workbook.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new IllegalArgumentException(
                    workbook.getFileName() + " is no sheet of `offtake signals export`: save it as .xlsx");
        }
        FollowupSheet sheet = FollowupSheet.of(library);
        FileInspection found =
                ReceivedFiles.inspect(workbook, sheet.table().dialect(), new BronzeRows(sheet.table()).expected());
        if (found instanceof FileInspection.Refused refused) {
            throw new IllegalArgumentException(workbook.getFileName() + " cannot be taken: " + refused.reason());
        }
        Path target = configuration.told().resolve(FollowupSheet.fileName(workbook));
        Files.createDirectories(configuration.told());
        new WholeFile(target).write(Files.readAllBytes(workbook));
        return target;
    }
}
