package org.offtake.etl.build;

import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.offtake.etl.detect.Maker;
import org.offtake.etl.detect.Makers;
import org.offtake.etl.lake.UnitSet;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.ContractException;
import org.offtake.models.Follow;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;
import org.offtake.models.Nearest;
import org.offtake.models.TableName;

/** The rows a model's SELECT gives, of everything or of some units, in the shape of its contract. */
public record Candidates(Model model, Tables tables, LocalDate businessDate) {

    /** The rows of the units, or all rows. */
    public Dataset<Row> of(Optional<UnitSet> units) {
        Dataset<Row> ofUnits = selected(units);
        if (model.load() instanceof LoadRule.KeepHistory rule) {
            History history = new History(model, rule.id());
            Dataset<Row> versions = history.of(ofUnits, inferred(history, units));
            Dataset<Row> unknown = history.unknown(tables.spark());
            return contractual(
                    versions.unionByName(units.isPresent() ? units.get().of(unknown) : unknown));
        }
        return contractual(maker().map(maker -> maker.make(ofUnits)).orElse(ofUnits));
    }

    /** What makes the rows of the contract of those of the SELECT; empty where the SELECT gives them. */
    Optional<Maker> maker() {
        return model.madeBy().map(name -> Makers.named(name, model.file()));
    }

    /** What the SELECT gives; of a table that is made of it, before it is made. */
    public Dataset<Row> selected(Optional<UnitSet> units) {
        ModelSelect select = new ModelSelect(model, businessDate);
        refuseUndeclaredReads(select.text());
        Dataset<Row> selected = select.over(tables.spark(), model.table().name(), table -> narrowed(table, units));
        return units.isPresent() ? units.get().of(selected) : selected;
    }

    /** A directly followed table is narrowed to the rows of the units before the SELECT sees it. */
    private Dataset<Row> narrowed(TableName table, Optional<UnitSet> units) {
        Dataset<Row> rows = tables.read(table);
        if (units.isEmpty() || !(model.follows().get(table) instanceof Follow.Direct direct)) {
            return rows;
        }
        String[] names = new String[direct.expressions().size()];
        Arrays.setAll(names, index -> "_unit" + index);
        Column[] expressions =
                direct.expressions().stream().map(text -> expr(text)).toArray(Column[]::new);
        boolean severalUnits = Arrays.stream(rows.select(expressions).schema().fields())
                .anyMatch(field -> field.dataType() instanceof ArrayType);
        return severalUnits ? rows : units.get().of(rows, direct.expressions());
    }

    private Optional<Dataset<Row>> inferred(History history, Optional<UnitSet> units) {
        return model.inferredFrom().stream()
                .map(from -> history.ids(narrowed(from.table(), units), from.column()))
                .reduce(Dataset::unionAll)
                .map(ids -> units.isPresent() ? units.get().of(ids) : ids);
    }

    private void refuseUndeclaredReads(SqlText text) {
        Set<TableName> reads = new TreeSet<>(text.reads());
        model.inferredFrom().forEach(from -> reads.add(from.table()));
        if (reads.equals(new TreeSet<>(model.reads()))) {
            return;
        }
        Set<TableName> undeclared = new TreeSet<>(reads);
        undeclared.removeAll(model.reads());
        Set<TableName> unread = new TreeSet<>(model.reads());
        unread.removeAll(reads);
        throw new ContractException(
                model.file(),
                undeclared.isEmpty()
                        ? "follows " + unread + ", which the SELECT does not read: take it out of `follows`"
                        : "reads " + undeclared + ", which the contract does not follow: add it to `follows`");
    }

    /** Exactly the contract's columns, in its order and types. */
    Dataset<Row> contractual(Dataset<Row> rows) {
        Set<String> given = new TreeSet<>(List.of(rows.columns()));
        Set<String> wanted = new TreeSet<>(model.columnNames());
        if (!given.equals(wanted)) {
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(given);
            Set<String> unknown = new TreeSet<>(given);
            unknown.removeAll(wanted);
            throw new ContractException(
                    model.file(),
                    (model.madeBy().isPresent() ? model.madeBy().get() : "the SELECT")
                            + " gives other columns than the contract: missing " + missing + ", not in the contract "
                            + unknown + "."
                            + unknown.stream()
                                    .findFirst()
                                    .map(name -> Nearest.hint(name, wanted))
                                    .orElse(""));
        }
        return rows.selectExpr(model.columns().stream()
                .map(column ->
                        "cast(`" + column.name() + "` as " + column.type().sparkType() + ") as `" + column.name() + "`")
                .toArray(String[]::new));
    }
}
