package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.conform.Returned.Fate;
import org.offtake.etl.conform.Returned.Original;
import org.offtake.etl.conform.Returned.Place;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.BronzeRows;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.land.Delivery;
import org.offtake.etl.land.RecordId;

/**
 * The corrections of one source table: sheets are written by people, so all of them are looked at whenever the table is
 * conformed, and each row's fate is a function of what is live.
 *
 * @param standings of all contents of the source table
 */
record Corrections(
        Lake lake, SourceRecords source, List<Delivery> deliveries, Map<String, Deliveries.Standing> standings) {
    private static final String UNKNOWN_RECORD = "unknown_record";

    /** What the sheets come to: the rows with their fates, and the records that they are about. */
    record Settled(Map<Returned, Fate> fates, Map<String, Original> originals) {}

    /** The contents that are sheets with corrections. */
    static Set<String> contents(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(Delivery::isCorrection)
                .filter(delivery -> !delivery.content().isEmpty())
                .map(Delivery::content)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Settles the rows of all sheets.
     *
     * @param problems the records among some that have a problem of their own, given their contents and numbers
     */
    Settled settled(Problems problems) {
        List<Returned> rows = rows();
        Set<Place> wanted = rows.stream()
                .flatMap(row -> row.id().flatMap(this::place).stream())
                .collect(Collectors.toSet());
        Map<String, Original> originals = originals(wanted, wanted.isEmpty() ? Set.of() : problems.among(wanted));
        return new Settled(Returned.fates(rows, originals), originals);
    }

    /** Which of some records have a problem. */
    interface Problems {
        Set<Place> among(Set<Place> places);
    }

    /** The rows of the sheets as received records, each with the standing that its fate gives it. */
    Dataset<Row> received(Settled settled) {
        List<Row> fates = new ArrayList<>();
        settled.fates().forEach((row, fate) -> fates.add(standing(row, fate, settled.originals())));
        Dataset<Row> standing = lake.spark()
                .createDataFrame(
                        fates,
                        StructType.fromDDL("_fate_content string, _fate_number bigint, " + Statements.LIVE
                                + " boolean, " + TypedColumns.STAMP_AT + " timestamp, " + Snapshots.CONTENT
                                + " string, _fate string"));
        return source.bronze(lake, contents(deliveries))
                .join(
                        broadcast(standing),
                        col("_record.content")
                                .equalTo(col("_fate_content"))
                                .and(col("_record.number").equalTo(col("_fate_number"))))
                .withColumn("_flaw", coalesce(col("_fate"), col("_flaw")))
                .withColumn(
                        "_flaw_detail",
                        expr("case when _fate is null then _flaw_detail else " + BronzeRows.CORRECTS + " end"))
                .drop("_fate_content", "_fate_number", "_fate");
    }

    private Row standing(Returned row, Fate fate, Map<String, Original> originals) {
        boolean counts = fate == Fate.APPLIED || fate == Fate.UNKNOWN;
        Optional<String> of = row.id()
                .map(id -> originals.get(Returned.key(id.content(), id.number())))
                .map(original -> original.place().content());
        return RowFactory.create(
                row.place().content(),
                row.place().number(),
                counts,
                of.flatMap(content -> Optional.ofNullable(standings.get(content)))
                        .flatMap(Deliveries.Standing::stamp)
                        .orElse(null),
                source.table().snapshot().flatMap(snapshot -> of).orElse(null),
                fate == Fate.UNKNOWN ? UNKNOWN_RECORD : null);
    }

    private List<Returned> rows() {
        Map<String, String> names = new HashMap<>();
        deliveries.forEach(delivery -> names.merge(
                delivery.content(), delivery.name(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        List<Returned> rows = new ArrayList<>();
        for (Row row : said(source.bronze(lake, contents(deliveries)))) {
            Place place = new Place(row.getString(0), row.getLong(1));
            @Nullable String corrects = row.getString(3);
            Deliveries.Standing standing = standings.get(place.content());
            rows.add(new Returned(
                    place,
                    row.getLong(2),
                    names.getOrDefault(place.content(), ""),
                    standing != null && standing.live(),
                    corrects == null ? Optional.empty() : RecordId.parse(corrects),
                    texts(row)));
        }
        return rows;
    }

    private Map<String, Original> originals(Set<Place> wanted, Set<Place> broken) {
        Map<String, Original> originals = new HashMap<>();
        if (wanted.isEmpty()) {
            return originals;
        }
        Object[] numbers = wanted.stream().map(Place::number).distinct().toArray();
        Set<String> contents = wanted.stream().map(Place::content).collect(Collectors.toSet());
        for (Row row :
                said(source.bronze(lake, contents).filter(col("_record.number").isin(numbers)))) {
            Place place = new Place(row.getString(0), row.getLong(1));
            Deliveries.Standing standing = standings.get(place.content());
            originals.put(
                    Returned.key(place.content(), place.number()),
                    new Original(place, standing != null && standing.live(), broken.contains(place), texts(row)));
        }
        return originals;
    }

    /** The record that a name stands for; a correction corrects no correction. */
    private Optional<Place> place(RecordId id) {
        Set<String> sheets = new HashSet<>(contents(deliveries));
        return standings.keySet().stream()
                .filter(content -> content.startsWith(id.content()) && !sheets.contains(content))
                .findFirst()
                .map(content -> new Place(content, id.number()));
    }

    private List<Row> said(Dataset<Row> records) {
        String fields = new BronzeRows(source.table()).said();
        return records.selectExpr(
                        "_record.content", "_record.number", "_record.line", BronzeRows.CORRECTS, fields + " as said")
                .collectAsList();
    }

    private static List<String> texts(Row row) {
        List<@Nullable String> said = row.getList(4);
        return said.stream().map(Returned::asKept).toList();
    }
}
