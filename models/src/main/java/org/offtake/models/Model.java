package org.offtake.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One table of gold or mart: one SELECT and the contract of the same name.
 *
 * @param grain the columns that name a row
 * @param by the unit of work: rows of one unit are worked out and replaced together
 * @param follows for every table the SELECT reads, how its changes lead to units
 * @param inferredFrom table.column pairs whose values get a row here even before their own record comes
 * @param visible role to the column that says whose row it is; empty when only management and analysts read it
 * @param frozen the date column whose day's figures stay as they were told; empty when rows are always as they are now
 * @param perDelivery whether its rows are about deliveries, so that they depend on how files were cut and named
 * @param madeBy what makes its rows of those of the SELECT, one row of which holds one unit or part of it; empty when the
 *     SELECT gives the rows themselves
 * @param sql the SELECT as written
 */
public record Model(
        TableName table,
        String about,
        String owner,
        List<String> grain,
        List<String> by,
        LoadRule load,
        Map<TableName, Follow> follows,
        List<Column> columns,
        List<Check> checks,
        List<InferredFrom> inferredFrom,
        Map<String, String> visible,
        Optional<String> frozen,
        boolean perDelivery,
        Optional<String> madeBy,
        Path file,
        String sql) {

    /** A column whose values name members of a dimension, known or not. */
    public record InferredFrom(TableName table, String column) {}

    static final Set<String> KEYS = Set.of(
            "about",
            "grain",
            "by",
            "owner",
            "load",
            "follows",
            "columns",
            "checks",
            "inferred_from",
            "visible",
            "frozen",
            "per_delivery",
            "made by");

    public Set<TableName> reads() {
        return follows.keySet();
    }

    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ContractException(
                        file,
                        "no column '" + name + "'."
                                + Nearest.hint(
                                        name, columns.stream().map(Column::name).toList())));
    }

    /** Whether its rows depend on the day they are worked out for. */
    public boolean namesBusinessDate() {
        return sql.contains(":business_date");
    }

    public boolean isDimension() {
        return table.name().startsWith("dim_");
    }

    /** Whether its rows are episodes that people are told of; see {@link SignalShape}. */
    public boolean isSignal() {
        return table.layer() == Layer.MART && table.name().startsWith(SignalShape.PREFIX);
    }

    /** The name of the surrogate key of a dimension that keeps history: its first column of type key. */
    public Optional<Column> surrogateKey() {
        return columns.stream()
                .filter(column -> column.type().kind() == ColumnType.Kind.KEY)
                .filter(column -> column.type().pointsTo().isEmpty())
                .findFirst();
    }

    public Set<String> columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
    }
}
