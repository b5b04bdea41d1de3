package org.offtake.etl.land;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.offtake.etl.files.NewWorkbook;
import org.offtake.etl.lake.WholeFile;

/** A workbook that somebody filled in and gives back, to be put where the next run takes it in. */
public record ReturnedWorkbook(Path file) {
    /**
     * Refuses what is no workbook by its name.
     *
     * @param what it should be, for people, such as "workbook with corrections"
     * @throws IllegalArgumentException when there is no such file, or it has another ending
     */
    public static ReturnedWorkbook of(Path file, String what) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": there is no such file; check the name and the folder");
        }
        ReturnedWorkbook workbook = new ReturnedWorkbook(file);
        if (!NewWorkbook.isNamed(file)) {
            throw new IllegalArgumentException(workbook.name() + " is no " + what + ": save it as .xlsx");
        }
        return workbook;
    }

    public String name() {
        return String.valueOf(file.getFileName());
    }

    /** Copies it, whole or not at all, for a file that is half there would be refused; gives where it stands now. */
    public Path copyTo(Path target) throws IOException {
        new WholeFile(target).write(Files.readAllBytes(file));
        return target;
    }
}
