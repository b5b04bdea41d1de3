package org.offtake.dashboards;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offtake.serving.Database;
import org.offtake.serving.Failure;
import org.offtake.serving.Run;

/** The rows behind a number: a page of them, or all of them as a file. */
final class RowsAnswer {
    static final int PAGE = 200;
    private static final int MOST_PAGES = 1_000_000;

    private final Database reader;
    private final List<Company> companies;

    RowsAnswer(Database reader, List<Company> companies) {
        this.reader = reader;
        this.companies = companies;
    }

    /** Count, sum and one page, all of one snapshot. */
    String page(Dashboard dashboard, Item item, Address address, Language language) throws SQLException {
        Drill drill = drill(item, address);
        RowsTable table = table(dashboard, drill);
        long page = page(address);
        try (Snapshot snapshot = Snapshot.open(reader)) {
            Run run = published(snapshot);
            RowsQuery query = query(snapshot, dashboard, table, drill, address, run, language);
            Optional<String> currency = table.sum()
                    .flatMap(sum -> ShownColumn.formatIn(dashboard.columns(), sum))
                    .flatMap(Format::currency);
            Totals totals = totals(snapshot, query, table, currency);
            Rows rows = rows(snapshot, query, page);
            Optional<Failure> failed = snapshot.failedSince();
            return Json.object(json -> {
                json.writeStringField("lang", language.tag());
                json.writeStringField("dashboard", dashboard.name());
                json.writeStringField("dashboard_title", dashboard.title().in(language));
                json.writeStringField("item_title", item.title().in(language));
                json.writeStringField("title", table.title().in(language));
                Json.columns(json, dashboard.columns(), language);
                Json.companies(json, companies);
                Json.run(json, run);
                if (failed.isPresent()) {
                    Json.failure(json, failed.get());
                }
                json.writeNumberField("total", totals.count());
                json.writeNumberField("page", page);
                json.writeNumberField("page_size", PAGE);
                Json.optional(json, "sum", table.sum());
                json.writeFieldName("sum_value");
                Json.value(json, totals.sum());
                json.writeFieldName("sum_currency");
                Json.value(json, totals.currency());
                Json.texts(json, "show", rows.columns());
                Json.rows(json, rows);
            });
        }
    }

    /** All chosen rows as CSV, read in pieces. */
    void download(Dashboard dashboard, Item item, Address address, Language language, Target target)
            throws SQLException, IOException {
        Drill drill = drill(item, address);
        RowsTable table = table(dashboard, drill);
        try (Snapshot snapshot = Snapshot.open(reader)) {
            RowsQuery query = query(snapshot, dashboard, table, drill, address, published(snapshot), language);
            try (PreparedStatement statement = query.rows(snapshot.connection(), "")) {
                statement.setFetchSize(1000);
                try (ResultSet result = statement.executeQuery()) {
                    RowsCsv.write(result, target.open(table.name() + ".csv"));
                }
            }
        } catch (SQLException failure) {
            throw understood(table, failure);
        }
    }

    /** Where a download goes; opened once the first rows are there, so that an error can still be told. */
    interface Target {
        OutputStream open(String fileName) throws IOException;
    }

    private record Totals(
            long count, @Nullable BigDecimal sum, @Nullable String currency) {}

    private static Totals totals(Snapshot snapshot, RowsQuery query, RowsTable table, Optional<String> currency)
            throws SQLException {
        try (PreparedStatement statement = query.totals(snapshot.connection(), table.sum(), currency);
                ResultSet row = statement.executeQuery()) {
            row.next();
            boolean oneCurrency = row.getLong(4) <= 1;
            return new Totals(
                    row.getLong(1), oneCurrency ? row.getBigDecimal(2) : null, oneCurrency ? row.getString(3) : null);
        } catch (SQLException failure) {
            throw understood(table, failure);
        }
    }

    private static Rows rows(Snapshot snapshot, RowsQuery query, long page) throws SQLException {
        String limit = " limit " + PAGE + " offset " + (page - 1) * PAGE;
        try (PreparedStatement statement = query.rows(snapshot.connection(), limit);
                ResultSet result = statement.executeQuery()) {
            return Rows.read(result);
        }
    }

    private static RowsQuery query(
            Snapshot snapshot,
            Dashboard dashboard,
            RowsTable table,
            Drill drill,
            Address address,
            Run run,
            Language language)
            throws SQLException {
        Filters filters = Filters.of(dashboard, address, run.businessDate(), language);
        try {
            return RowsQuery.of(snapshot.connection(), table, drill, address, filters);
        } catch (SQLException failure) {
            throw understood(table, failure);
        }
    }

    private static Run published(Snapshot snapshot) throws SQLException {
        return snapshot.published()
                .orElseThrow(() -> new BadRequest("Nothing is published yet. Run ./offtake run, and look again"));
    }

    private static SQLException understood(RowsTable table, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("22")) { // a value that is not what its column holds
            throw new BadRequest("A value in the address does not fit its column. Go back to the dashboard");
        }
        Outcome outcome = Snapshot.outcome(table.sql(), failure);
        if (outcome instanceof Outcome.MissingTable missing) {
            throw new BadRequest("There is no table " + missing.table() + " yet. Run ./offtake run, and look again");
        }
        return failure;
    }

    private static Drill drill(Item item, Address address) {
        Drill drill = item.drill().orElseThrow(() -> new BadRequest("'" + item.name() + "' does not lead to rows"));
        Set<String> known = new HashSet<>(DashboardAnswer.PARAMETERS);
        known.addAll(Set.of("page", "format", "run"));
        drill.by().forEach(column -> known.add(RowsQuery.parameter(column)));
        address.only(known);
        return drill;
    }

    private static RowsTable table(Dashboard dashboard, Drill drill) {
        return Optional.ofNullable(dashboard.rows().get(drill.to())).orElseThrow();
    }

    private static long page(Address address) {
        String written = address.value("page").orElse("1");
        if (!written.matches("[1-9][0-9]{0,6}") || Integer.parseInt(written) > MOST_PAGES) {
            throw new BadRequest("'page' must be a whole number from 1 on");
        }
        return Long.parseLong(written);
    }
}
