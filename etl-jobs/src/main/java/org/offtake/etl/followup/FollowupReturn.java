package org.offtake.etl.followup;

import java.io.IOException;
import java.nio.file.Path;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.files.FileInspection;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.land.BronzeRows;
import org.offtake.etl.land.ReturnedWorkbook;
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
        ReturnedWorkbook returned = ReturnedWorkbook.of(workbook, "sheet of `offtake signals export`");
        FollowupSheet sheet = FollowupSheet.of(library);
        FileInspection found =
                ReceivedFiles.inspect(workbook, sheet.table().dialect(), new BronzeRows(sheet.table()).expected());
        if (found instanceof FileInspection.Refused refused) {
            throw new IllegalArgumentException(returned.name() + " cannot be taken: " + refused.reason());
        }
        return returned.copyTo(configuration.told().resolve(FollowupSheet.fileName(workbook)));
    }
}
