package org.offtake.etl.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;

/** A workbook that is written whole or not at all. */
public record NewWorkbook(Path file) {
    private static final String ENDING = ".xlsx";

    /** What is put into it. */
    @FunctionalInterface
    public interface Content<T> {
        T write(Workbook workbook) throws IOException;
    }

    /**
     * Writes it, and gives what the content says.
     *
     * @throws IllegalArgumentException when there is such a file (somebody may be at work in it), it is to lie in no folder, or it has a name by
     *     which no program would know it
     */
    public <T> T write(Content<T> content) throws IOException {
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is there already; choose a new name");
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is no folder; make it, or choose another for " + file);
        }
        if (!isNamed(file)) {
            throw new IllegalArgumentException(file + " is to be a workbook; choose a name that ends on " + ENDING);
        }
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        T said;
        try (OutputStream bytes = Files.newOutputStream(part);
                Workbook workbook = new Workbook(bytes, "offtake", "1.0")) {
            said = content.write(workbook);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(part);
            throw failure;
        }
        Files.move(part, file);
        return said;
    }

    /** Whether a file is a workbook by its name. */
    public static boolean isNamed(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** Without the characters that a workbook cannot hold. */
    public static String text(String value) {
        return value.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
