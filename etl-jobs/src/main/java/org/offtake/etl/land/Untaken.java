package org.offtake.etl.land;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.etl.NotReadyException;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.configuration.Configuration.Source;
import org.offtake.models.SourceTable;

/**
 * The files in one folder of sources that no source table takes, so that they would lie there unseen.
 *
 * @param systems the source systems whose folder it is
 */
public record Untaken(Path folder, List<String> systems, List<String> files) {
    private static final int NAMED = 5;

    public Untaken {
        systems = List.copyOf(systems);
        files = List.copyOf(files);
    }

    /** Looks into every folder of files; one that is not there is told of by landing itself. */
    public static List<Untaken> in(Configuration configuration, List<SourceTable> tables) {
        Map<Path, List<Source>> folders = new TreeMap<>();
        configuration.sources().values().forEach(source -> source.folder()
                .filter(Files::isDirectory)
                .ifPresent(folder -> folders.computeIfAbsent(folder, any -> new ArrayList<>())
                        .add(source)));
        return folders.entrySet().stream()
                .map(folder -> of(folder.getKey(), folder.getValue(), tables))
                .filter(untaken -> !untaken.files().isEmpty())
                .toList();
    }

    private static Untaken of(Path folder, List<Source> sources, List<SourceTable> tables) {
        List<String> systems = sources.stream().map(Source::system).toList();
        List<String> names = untaken(
                folder,
                tables.stream()
                        .filter(table -> systems.contains(table.system()))
                        .toList());
        return new Untaken(
                folder,
                systems,
                names.stream()
                        .filter(name -> sources.stream().noneMatch(source -> source.leaves(name)))
                        .toList());
    }

    private static List<String> untaken(Path folder, List<SourceTable> tables) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(DropFolder::isMeant)
                    .filter(name -> !CorrectionSheet.isName(name)
                            && tables.stream()
                                    .filter(table -> table.extract().isEmpty())
                                    .noneMatch(table -> table.fileNames().test(name)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new NotReadyException("the folder " + folder + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** For people. */
    public String told() {
        String named = files.stream().limit(NAMED).collect(Collectors.joining(", "));
        return files.size() + (files.size() == 1 ? " file in " : " files in ") + folder
                + (files.size() == 1 ? " is" : " are") + " taken by no source table of "
                + String.join(" or ", systems) + ": " + named + (files.size() > NAMED ? ", …" : "")
                + "; correct the names or the `files` of a source table, or name them under `leave` of the source";
    }
}
