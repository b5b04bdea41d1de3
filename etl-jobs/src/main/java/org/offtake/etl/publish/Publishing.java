package org.offtake.etl.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.build.Candidates;
import org.offtake.etl.build.ChangedUnits;
import org.offtake.etl.build.Consumed;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.check.BrokenRulesException;
import org.offtake.etl.check.ContractChecks;
import org.offtake.etl.check.Finding;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.RowValues;
import org.offtake.etl.lake.UnitSet;
import org.offtake.etl.sidebyside.SideBySide;
import org.offtake.models.ContractException;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.SourceTable;
import org.offtake.models.TableName;
import org.offtake.serving.MartTable;
import org.offtake.serving.Publication;
import org.offtake.serving.Registered;
import org.offtake.serving.SignalRegister;
import org.offtake.serving.StagedRows;
import org.offtake.serving.TableVersion;
import org.offtake.serving.Telling;

/**
 * Puts the mart rows of changed units before the readers, all tables in one transaction.
 *
 * @param businessDate the day that tables of the present are about
 * @param told the day whose frozen figures and signals are told; before the business date it is a backfill
 * @param telling how people are told of episodes
 */
public record Publishing(Library library, Lake lake, LocalDate businessDate, LocalDate told, Telling telling) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    /** What publishing one model did. */
    public record Published(TableName table, String how, long rows) {}

    /** What a publication did: to each table, and to the register of signals unless no model tells any. */
    public record Outcome(List<Published> tables, Optional<Registered> signals) {}

    /**
     * Publishes within the run; on any failure the readers keep what they had.
     *
     * @param goesOn whether what the database says was published came of this lake; else all is published in full
     */
    public Outcome publish(Connection connection, long runId, boolean goesOn) {
        List<Published> all = new ArrayList<>();
        Inputs inputs = Inputs.pin(lake, library, readTables());
        MartTables.ensure(connection, library.models(Layer.MART));
        Map<TableName, Consumed> before = new TreeMap<>();
        library.models(Layer.MART)
                .forEach(model ->
                        before.put(model.table(), goesOn ? consumed(connection, model) : new Consumed(Map.of())));
        List<Prepared> prepared = SideBySide.map(
                library.models(Layer.MART),
                model -> prepare(model, Objects.requireNonNull(before.get(model.table())), inputs));
        try (Publication publication = Publication.begin(connection, runId)) {
            prepared.forEach(table -> all.add(publish(publication, table)));
            Optional<Registered> signals = register(connection, runId);
            publication.commit(manifest());
            return new Outcome(all, signals);
        } finally {
            prepared.forEach(table -> table.rows().ifPresent(Dataset::unpersist));
        }
    }

    /** Tells the episodes that were just put in place; a backfill is about a day of which all was told. */
    private Optional<Registered> register(Connection connection, long runId) {
        List<MartTable> episodes = library.models(Layer.MART).stream()
                .filter(Model::isSignal)
                .map(MartTables::stored)
                .toList();
        Registered registered = told.isBefore(businessDate)
                ? Registered.NOTHING
                : new SignalRegister(episodes, telling).register(connection, runId, businessDate);
        boolean tellsNone = episodes.isEmpty() && registered.equals(Registered.NOTHING);
        return tellsNone ? Optional.empty() : Optional.of(registered);
    }

    /**
     * A model's checked rows, ready to be put before the readers.
     *
     * @param next what was consumed; a backfill consumes nothing, for the next run goes on from the one before it
     * @param rows empty when nothing changed
     * @param units the units that the rows take the place of; empty when they are all rows there are
     */
    private record Prepared(
            Model model, Optional<Consumed> next, Optional<Dataset<Row>> rows, Optional<UnitSet> units) {}

    private Prepared prepare(Model model, Consumed before, Inputs inputs) {
        if (model.frozen().isPresent()) {
            return prepareTold(model, model.frozen().get(), before, inputs);
        }
        Consumed next = Consumed.of(model, inputs.lake().root(), inputs.versions(), businessDate);
        ChangedUnits changed = ChangedUnits.follow(model, before, next, inputs);
        if (changed instanceof ChangedUnits.None) {
            return new Prepared(model, Optional.of(next), Optional.empty(), Optional.empty());
        }
        Optional<UnitSet> units =
                changed instanceof ChangedUnits.Some some ? Optional.of(some.units()) : Optional.empty();
        Dataset<Row> rows =
                new Candidates(model, inputs, businessDate).of(units).persist(StorageLevel.MEMORY_AND_DISK());
        refuseBroken(model, rows);
        return new Prepared(model, Optional.of(next), Optional.of(rows), units);
    }

    /** The figures of one day, whole; those of other days stay as they were told, whatever is known by now. */
    private Prepared prepareTold(Model model, String day, Consumed before, Inputs inputs) {
        Consumed next = Consumed.of(model, inputs.lake().root(), inputs.versions(), told);
        boolean isBackfill = told.isBefore(businessDate);
        Optional<Consumed> consumed = isBackfill ? Optional.empty() : Optional.of(next);
        if (!isBackfill && before.values().equals(next.values())) {
            return new Prepared(model, consumed, Optional.empty(), Optional.empty());
        }
        Dataset<Row> rows =
                new Candidates(model, inputs, told).of(Optional.empty()).persist(StorageLevel.MEMORY_AND_DISK());
        refuseBroken(model, rows);
        long otherDays = rows.filter(col(day).notEqual(lit(told))).count();
        if (otherDays > 0) {
            throw new ContractException(
                    model.file(),
                    otherDays + " rows are not of " + told + ", the day that is told: select `:business_date as " + day
                            + "`");
        }
        UnitSet oneDay = UnitSet.rows(
                List.of(day), lake.spark().range(1).select(lit(told).as(day)));
        return new Prepared(model, consumed, Optional.of(rows), Optional.of(oneDay));
    }

    private Published publish(Publication publication, Prepared prepared) {
        Model model = prepared.model();
        prepared.next().ifPresent(next -> publication.consumed(model.table().toString(), json(next.values())));
        if (prepared.rows().isEmpty()) {
            return new Published(model.table(), "unchanged", 0);
        }
        Dataset<Row> rows = prepared.rows().get();
        MartTable table = MartTables.stored(model);
        StagedRows staged = publication.stage(table, Arrays.asList(rows.columns()), values(rows));
        if (prepared.units().isEmpty()) {
            publication.replaceAll(staged);
            return new Published(model.table(), "in full", staged.rows());
        }
        Dataset<Row> units = prepared.units().get().distinct(lake.spark());
        publication.replaceUnits(publication.stage(table, model.by(), values(units)), staged);
        return new Published(model.table(), "changed units", staged.rows());
    }

    private void refuseBroken(Model model, Dataset<Row> rows) {
        List<Finding> stopping = new ContractChecks(model)
                .of(rows, dimension -> lake.stored(dimension)).stream()
                        .filter(Finding::stops)
                        .toList();
        if (!stopping.isEmpty()) {
            throw new BrokenRulesException(stopping);
        }
    }

    private List<TableName> readTables() {
        return library.models(Layer.MART).stream()
                .flatMap(model -> model.reads().stream())
                .distinct()
                .toList();
    }

    /** Every table of the lake as it is now, so that a later question can be asked of all of them as of this run. */
    private Map<String, TableVersion> manifest() {
        Map<String, TableVersion> manifest = new TreeMap<>();
        Stream.concat(library.tables().stream(), library.sources().stream().map(SourceTable::bronze))
                .forEach(table -> lake.version(table)
                        .ifPresent(version -> manifest.put(
                                table.toString(), new TableVersion(version, Lake.id(lake.root(), table)))));
        return manifest;
    }

    private static Consumed consumed(Connection connection, Model model) {
        return org.offtake.serving.Consumed.of(connection, model.table().toString())
                .map(text -> new Consumed(parsed(text)))
                .orElseGet(() -> new Consumed(Map.of()));
    }

    private static Map<String, String> parsed(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException forgotten) {
            return Map.of();
        }
    }

    private static String json(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Iterator<List<@Nullable Object>> values(Dataset<Row> rows) {
        return StreamSupport.stream(((Iterable<Row>) rows::toLocalIterator).spliterator(), false)
                .map(RowValues::of)
                .iterator();
    }
}
