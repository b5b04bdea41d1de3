package org.offtake.etl.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.offtake.models.YamlMap;

/**
 * Where lineage is told: a server, a file, or both; the key is never printed.
 *
 * @param namespace of our jobs
 */
public record LineageTo(Optional<URI> url, Optional<String> key, Optional<Path> file, String namespace) {
    private static final String NAMESPACE = "offtake";

    /** Into a file, of the jobs as they are called where nothing else is said. */
    public static LineageTo into(Path file) {
        return new LineageTo(Optional.empty(), Optional.empty(), Optional.of(file), NAMESPACE);
    }

    /**
     * @param filled the value of a key, with environment variables filled in
     * @param folder the path that a value names
     */
    static LineageTo read(YamlMap lineage, UnaryOperator<String> filled, Function<String, Path> folder) {
        lineage.only(Set.of("url", "key", "file", "namespace"));
        if (!lineage.has("url") && !lineage.has("file")) {
            throw lineage.problem("url", "'lineage' needs the 'url' of a server that takes OpenLineage, or a 'file'");
        }
        return new LineageTo(
                lineage.optionalText("url").map(any -> HttpAddress.of(lineage, "url", filled.apply("url"))),
                lineage.optionalText("key").map(any -> filled.apply("key")),
                lineage.optionalText("file").map(folder),
                lineage.optionalText("namespace").orElse(NAMESPACE));
    }

    @Override
    public String toString() {
        return "LineageTo[" + url.map(URI::toString).orElse("")
                + file.map(Path::toString).orElse("") + "]";
    }
}
