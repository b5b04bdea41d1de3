package org.offtake.etl.followup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.conform.Trial;
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

    /**
     * The rows of a sheet that was put there that cannot be taken in, with what is filled in there and why; for people, in the
     * order of the sheet.
     */
    public List<String> unusable(Path workbook, SparkSession spark) {
        FollowupSheet sheet = FollowupSheet.of(library);
        List<Row> rejects = new Trial(configuration, library, sheet.table(), spark)
                .of(workbook.toAbsolutePath())
                .rejects()
                .collectAsList();
        Map<Long, String> filled = rejects.isEmpty() ? Map.of() : sheet.filledIn(workbook);
        return rejects.stream().map(reject -> told(reject, filled)).toList();
    }

    private static String told(Row reject, Map<Long, String> filled) {
        String code = reject.getAs("reason_code");
        String value = Optional.ofNullable(reject.<@Nullable String>getAs("field_value"))
                .orElse("");
        long line = reject.<Long>getAs("line");
        return "row " + line + " cannot be taken in: "
                + (code.equals(Trial.RULE_BROKEN)
                        ? value + " (" + filled.getOrDefault(line, "nothing is filled in") + ")"
                        : reject.getAs("field_name") + " '" + value + "', " + code.replace('_', ' '));
    }
}
