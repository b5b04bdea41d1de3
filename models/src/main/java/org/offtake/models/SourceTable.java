package org.offtake.models;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A table of a source system as it is received: where, in what format, and what each record becomes.
 *
 * @param files the names of its files below the source's folder, as a glob; empty for a table from a database
 * @param extract how it is read from a database; empty when it comes as files
 * @param snapshot what absence means, where a delivery holds everything there is; empty where it holds changes
 * @param stamp a regular expression whose first group, in a file's name, dates the delivery
 * @param becomes the entity that each record becomes: entity to an SQL condition over the received columns, the
 *     last one {@code otherwise}; exactly one holds for a record
 * @param mentions entities that a record tells something about besides
 * @param controlTotal the received amount that the ledger adds up beside its counts
 * @param keyless whether records have no key of their own, so that document, content and occurrence name them
 */
public record SourceTable(
        String system,
        String name,
        String about,
        String files,
        Optional<Extract> extract,
        Dialect dialect,
        Optional<Snapshot> snapshot,
        Optional<Stamp> stamp,
        List<ReceivedColumn> columns,
        Map<String, String> becomes,
        List<String> mentions,
        Optional<String> controlTotal,
        boolean keyless,
        Path file) {
    private static final Set<String> KEYS = Set.of(
            "about",
            "from",
            "table",
            "query",
            "watermark",
            "overlap",
            "may_be_empty",
            "files",
            "format",
            "delivers",
            "snapshot",
            "stamp",
            "columns",
            "becomes",
            "mentions",
            "control_total",
            "keyless",
            "dialect");
    private static final Set<String> DIALECT_KEYS =
            Set.of("delimiter", "quote", "encoding", "record_end", "header", "decimal", "sheet");

    /** How a file's name dates its delivery: the pattern's first group, read in the format. */
    public record Stamp(String pattern, String format) {}

    /** The word for "all the other records" in {@code becomes}. */
    public static final String OTHERWISE = "otherwise";

    static SourceTable read(String system, Path file) {
        YamlMap contract = YamlMap.read(file, KEYS);
        Optional<Extract> extract = Extract.read(contract);
        Optional<YamlMap> dialect = contract.map("dialect").map(map -> map.only(DIALECT_KEYS));
        boolean decimalComma = dialect.flatMap(map -> map.optionalText("decimal"))
                .map(sign -> sign.equals(","))
                .orElse(false);
        try {
            List<ReceivedColumn> columns = ReceivedColumn.readAll(contract, decimalComma);
            return new SourceTable(
                    system,
                    TextFile.stem(file),
                    contract.text("about"),
                    extract.isPresent() ? "" : contract.text("files"),
                    extract,
                    extract.isPresent() ? Dialect.jsonLines() : DialectFile.read(contract, dialect),
                    extract.isPresent() ? Optional.empty() : Snapshot.read(contract),
                    stamp(contract),
                    columns,
                    becomes(contract),
                    contract.texts("mentions"),
                    controlTotal(contract, columns),
                    contract.flag("keyless", false),
                    file);
        } catch (IllegalArgumentException wrong) {
            throw new ContractException(file, contract.line(), wrong);
        }
    }

    public TableName bronze() {
        return new TableName(Layer.BRONZE, system + "_" + name);
    }

    private static Optional<String> controlTotal(YamlMap contract, List<ReceivedColumn> columns) {
        Optional<String> wanted = contract.optionalText("control_total");
        List<String> amounts = columns.stream()
                .filter(column -> column.type().kind() == ColumnType.Kind.MONEY)
                .map(ReceivedColumn::name)
                .toList();
        wanted.filter(name -> !amounts.contains(name)).ifPresent(unknown -> {
            throw contract.problem(
                    "control_total",
                    "'control_total' names '" + unknown + "', which is no column that is money."
                            + Nearest.hint(unknown, amounts));
        });
        return wanted;
    }

    /** The name by which people are told of it: system and table. */
    public String qualifiedName() {
        return system + "/" + name;
    }

    /** Which names its files have. */
    public Predicate<String> fileNames() {
        return named(files);
    }

    /** Whether a file has one of the names that a glob stands for. */
    public static Predicate<String> named(String glob) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return name -> matcher.matches(Path.of(name));
    }

    private static Optional<Stamp> stamp(YamlMap contract) {
        return contract.map("stamp")
                .map(map -> map.only(Set.of("name", "format")))
                .map(map -> new Stamp(map.text("name"), map.text("format")));
    }

    private static Map<String, String> becomes(YamlMap contract) {
        Map<String, String> becomes = new LinkedHashMap<>();
        if (!contract.has("becomes")) {
            throw contract.problem("becomes", "'becomes' is missing: which entity is a record of this table?");
        }
        contract.map("becomes").ifPresent(map -> map.keys().forEach(entity -> becomes.put(entity, map.text(entity))));
        long otherwise = becomes.values().stream().filter(OTHERWISE::equals).count();
        if (otherwise > 1) {
            throw contract.problem(
                    "becomes", "'otherwise' stands for " + otherwise + " entities; one can have the rest");
        }
        return Collections.unmodifiableMap(becomes);
    }
}
