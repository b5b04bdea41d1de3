package org.offtake.models;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the library, and what is wrong when one cannot be read. */
final class TextFile {
    private TextFile() {}

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new ContractException(file, "is missing: a contract and its SQL stand side by side");
        } catch (CharacterCodingException otherwise) {
            throw new ContractException(file, "is not written in UTF-8: save it in that encoding");
        } catch (IOException unreadable) {
            throw new ContractException(file, "cannot be read: " + unreadable.getMessage());
        }
    }

    static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** All files with the ending below a folder, in the order of their names; none when the folder is absent. */
    static List<Path> below(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ContractException(folder, "cannot be listed: " + unreadable.getMessage());
        }
    }
}
