package org.offtake.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.offtake.etl.lake.Lake;
import org.offtake.models.Catalog;
import org.offtake.models.Described;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.SourceTable;
import org.offtake.models.TableName;
import org.offtake.outbound.lineage.Dataset;
import org.offtake.outbound.lineage.JobRun;
import org.offtake.serving.Run;
import org.offtake.serving.TableVersion;

/**
 * What a run made of what, by its manifest and the contracts: the run as a whole, and each table whose version is another one than
 * that of the run published before; a mart, when one of the tables that it is made of has another.
 *
 * @param lake its folder
 * @param postgres host and port, and the database, as {@code postgres://host:5432} and {@code offtake}
 */
record LineageOfRun(Library library, Catalog catalog, Path lake, String postgres, String database) {
    private static final String JOB = "run";

    static LineageOfRun in(Library library, Path lake, String postgres, String database) {
        return new LineageOfRun(library, Catalog.of(library), lake, postgres, database);
    }

    /** @param before the run that was published before; empty for the first one */
    List<JobRun> of(Run run, Optional<Run> before) {
        UUID whole = id(run, JOB);
        List<JobRun> runs = new ArrayList<>();
        runs.add(new JobRun(
                whole,
                JOB,
                "RUN",
                "Land, conform, build, check and publish, for " + run.businessDate(),
                Optional.empty(),
                run.startedAt(),
                run.finishedAt().orElse(run.startedAt()),
                run.manifest().isEmpty() ? run.message().or(() -> Optional.of("it did not say why")) : Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty()));
        Map<String, TableVersion> versions = byName(run);
        Map<String, TableVersion> earlier = before.map(this::byName).orElse(Map.of());
        catalog.tables().values().stream()
                .filter(table -> !run.manifest().isEmpty() && !table.reads().isEmpty())
                .filter(table -> changed(table, versions, earlier))
                .map(table -> made(run, table, versions, new JobRun.Parent(whole, JOB)))
                .forEach(runs::add);
        return runs;
    }

    private static boolean changed(
            Described table, Map<String, TableVersion> versions, Map<String, TableVersion> earlier) {
        List<String> witnesses = isMart(table) ? table.reads() : List.of(table.name());
        return witnesses.stream()
                .anyMatch(name ->
                        versions.containsKey(name) && !versions.get(name).equals(earlier.get(name)));
    }

    private JobRun made(Run run, Described table, Map<String, TableVersion> versions, JobRun.Parent parent) {
        return new JobRun(
                id(run, table.name()),
                table.name(),
                isMart(table) ? "PUBLICATION" : "MODEL",
                table.about().strip(),
                sql(table),
                run.startedAt(),
                run.finishedAt().orElse(run.startedAt()),
                Optional.empty(),
                table.reads().stream()
                        .filter(versions::containsKey)
                        .map(name -> dataset(catalog.table(name), versions))
                        .toList(),
                List.of(dataset(table, versions)),
                Optional.of(parent));
    }

    private Optional<String> sql(Described table) {
        return library.models().values().stream()
                .filter(model -> model.table().toString().equals(table.name()))
                .map(Model::sql)
                .findFirst();
    }

    private Dataset dataset(Described table, Map<String, TableVersion> versions) {
        List<Dataset.Field> fields = table.columns().stream()
                .map(column -> new Dataset.Field(
                        column.name(), column.type().sparkType(), column.about().strip()))
                .toList();
        if (isMart(table)) {
            return new Dataset(postgres, database + "." + table.name(), Optional.empty(), fields);
        }
        Optional<String> version =
                Optional.ofNullable(versions.get(table.name())).map(known -> String.valueOf(known.version()));
        return new Dataset("file", Lake.path(lake, stored(table.name())).toString(), version, fields);
    }

    private static boolean isMart(Described table) {
        return table.name().startsWith(Layer.MART.sqlName() + ".");
    }

    /** The versions by the names that tables are spoken of: those of sources by theirs. */
    private Map<String, TableVersion> byName(Run run) {
        Map<String, TableVersion> versions = new HashMap<>(run.manifest());
        library.sources().forEach(source -> Optional.ofNullable(
                        run.manifest().get(source.bronze().toString()))
                .ifPresent(version -> versions.put(source.qualifiedName(), version)));
        return versions;
    }

    private TableName stored(String name) {
        return library.sources().stream()
                .filter(source -> source.qualifiedName().equals(name))
                .map(SourceTable::bronze)
                .findFirst()
                .orElseGet(() -> TableName.parse(name));
    }

    /** The same whenever the same run is told, so that telling it twice is telling it once. */
    private UUID id(Run run, String job) {
        String text = database + " " + lake + " " + run.startedAt() + " " + run.runId() + " " + job;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
