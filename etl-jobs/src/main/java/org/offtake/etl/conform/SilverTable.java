package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Entity;

/** One table of silver: every statement ever received about the entity, each with its outcome. */
record SilverTable(Lake lake, Entity entity, boolean someKeyless, FullSnapshots snapshots) {
    static final String FROM = "_source_table";
    /** Above this number of changed units a condition with literals costs more than a join. */
    private static final int LITERALS = 50_000;

    /** Takes the statements of the parts, in place of what the table holds of them; gives warnings for people. */
    List<String> take(List<Part> parts) {
        Dataset<Row> fresh = parts.stream()
                .map(Part::statements)
                .reduce((one, other) -> one.unionByName(other, true))
                .orElseThrow();
        TableWriter writer = new TableWriter(lake, entity.table(), List.of(entity.unit()));
        if (!lake.exists(entity.table())) {
            List<Snapshots> telling = snapshots.of(entity, () -> fresh);
            writer.replaceAll(settled(fresh, telling));
            return warnings(parts, telling);
        }
        Dataset<Row> stored = lake.stored(entity.table()).drop(Statements.SETTLED);
        boolean anew = Part.anyAnew(parts);
        List<Snapshots> telling =
                snapshots.of(entity, () -> others(stored, parts).unionByName(fresh, anew));
        if (anew) {
            writer.replaceAll(settled(others(stored, parts).unionByName(fresh, true), telling));
            return warnings(parts, telling);
        }
        List<String> unit = List.of(entity.unit());
        Dataset<Row> touched = touched(stored, fresh, parts);
        UnitSet units = UnitSet.literals(unit, touched, LITERALS).orElseGet(() -> UnitSet.rows(unit, touched));
        writer.replaceUnits(settled(others(units.of(stored), parts).unionByName(fresh), telling), units);
        return warnings(parts, telling);
    }

    private Dataset<Row> settled(Dataset<Row> rows, List<Snapshots> telling) {
        return new Statements(entity, someKeyless, new Absences(entity, telling, snapshots.unusable())).settle(rows);
    }

    /** A full snapshot touches what it says and what it does not say: all that its system ever told of. */
    private Dataset<Row> touched(Dataset<Row> stored, Dataset<Row> fresh, List<Part> parts) {
        List<String> systems = parts.stream()
                .filter(part -> part.source().snapshot().isPresent())
                .map(part -> part.source().system())
                .distinct()
                .toList();
        Dataset<Row> said = fresh.select(entity.unit());
        return systems.isEmpty()
                ? said
                : said.union(stored.filter(col("source_system").isin(systems.toArray()))
                        .select(entity.unit()));
    }

    private static List<String> warnings(List<Part> parts, List<Snapshots> telling) {
        List<String> warnings = new ArrayList<>();
        telling.forEach(each -> parts.stream()
                .filter(part -> part.source().equals(each.table()))
                .forEach(part -> warnings.addAll(each.warnings(part.contents()))));
        return warnings;
    }

    private static Dataset<Row> others(Dataset<Row> stored, List<Part> parts) {
        return Part.others(stored, parts, FROM, col("_record.content"));
    }
}
