package org.offtake.etl.quarantine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.files.FileInspection;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.RefusedFile;
import org.offtake.etl.land.CorrectionSheet;
import org.offtake.etl.land.ReturnedWorkbook;
import org.offtake.models.SourceTable;

/** Puts a workbook with corrections at the front door: into the folder of every source that it has a sheet of. */
public record CorrectionReturn(Configuration configuration, List<SourceTable> tables) {

    /**
     * Looks whether every sheet can be read, then copies the workbook; gives the files it wrote.
     *
     * @throws IllegalArgumentException when the workbook cannot be taken, saying why
     */
    public List<Path> put(Path workbook) throws IOException {
        ReturnedWorkbook returned = ReturnedWorkbook.of(workbook, "workbook with corrections");
        String name = returned.name();
        List<SourceTable> touched = new ArrayList<>();
        for (SourceTable table : tables) {
            FileInspection found =
                    ReceivedFiles.inspect(workbook, CorrectionSheet.dialect(table), CorrectionSheet.expected(table));
            if (found instanceof FileInspection.Accepted) {
                touched.add(table);
                continue;
            }
            refuse(table, (FileInspection.Refused) found);
        }
        refuseUnknownSheets(workbook, touched);
        Set<Path> folders = new LinkedHashSet<>();
        touched.forEach(table -> folders.add(folder(table)));
        List<Path> written = new ArrayList<>();
        for (Path folder : folders) {
            written.add(returned.copyTo(
                    folder.resolve(CorrectionSheet.isName(name) ? name : CorrectionSheet.PREFIX + "_" + name)));
        }
        return written;
    }

    private Path folder(SourceTable table) {
        return configuration
                .source(table.system())
                .folder()
                .filter(folder -> table.extract().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(table.qualifiedName()
                        + " is read from a database: correct its rows there and run again, and take its sheet out"));
    }

    private static void refuse(SourceTable table, FileInspection.Refused refused) {
        if (!refused.code().equals(RefusedFile.MISSING_SHEET)) {
            throw new IllegalArgumentException(
                    "the corrections of " + table.qualifiedName() + " cannot be taken: " + refused.reason());
        }
    }

    private static void refuseUnknownSheets(Path workbook, List<SourceTable> touched) throws IOException {
        List<String> known = touched.stream().map(CorrectionSheet::sheet).toList();
        try (ReadableWorkbook open = new ReadableWorkbook(workbook.toFile())) {
            List<String> unknown = open.getSheets()
                    .map(sheet -> sheet.getName())
                    .filter(sheet -> !known.contains(sheet))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException(workbook.getFileName() + " has sheets that are no source table: "
                        + unknown + "; keep the names that `offtake quarantine export` gave them");
            }
        }
    }
}
