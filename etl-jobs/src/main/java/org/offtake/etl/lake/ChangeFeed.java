package org.offtake.etl.lake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Whether the changes of a table can still be told: old logs and files are cleaned away, and columns change. */
record ChangeFeed(Path table) {

    /** Whether every commit after one version, up to and with another, can be read with the columns it has now. */
    boolean isReadable(long after, long upTo) {
        if (after > upTo) {
            return false;
        }
        try {
            List<CommitInfo> commits = LongStream.rangeClosed(after + 1, upTo)
                    .mapToObj(version -> new CommitInfo(table, version))
                    .toList();
            return commits.stream().allMatch(this::isWhole) && !changeColumns(commits, after);
        } catch (UncheckedIOException cleanedAway) {
            return false;
        }
    }

    /** What a commit changed is read from its files of changes, and where it has none from those it added or removed. */
    private boolean isWhole(CommitInfo commit) {
        List<JsonNode> told = commit.actions("cdc").toList();
        Stream<JsonNode> files = told.isEmpty()
                ? Stream.of("add", "remove").flatMap(commit::actions).filter(file -> file.path("dataChange")
                        .asBoolean())
                : told.stream();
        return files.map(file -> URI.create(file.path("path").asText()).getPath())
                .allMatch(path -> Files.exists(table.resolve(path)));
    }

    private boolean changeColumns(List<CommitInfo> commits, long after) {
        List<String> declared =
                commits.stream().flatMap(commit -> columns(commit).stream()).toList();
        if (declared.isEmpty()) {
            return false;
        }
        Optional<String> before = LongStream.rangeClosed(0, after)
                .map(back -> after - back)
                .mapToObj(version -> columns(new CommitInfo(table, version)))
                .flatMap(Optional::stream)
                .findFirst();
        return declared.stream().anyMatch(columns -> !before.equals(Optional.of(columns)));
    }

    private static Optional<String> columns(CommitInfo commit) {
        return commit.actions("metaData")
                .map(declared -> declared.path("schemaString").asText())
                .findFirst();
    }
}
