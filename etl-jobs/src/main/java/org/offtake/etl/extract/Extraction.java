package org.offtake.etl.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.offtake.models.ContractException;
import org.offtake.models.Extract;
import org.offtake.models.Overlap;
import org.offtake.models.ReceivedColumn;
import org.offtake.models.SourceTable;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/**
 * Reads one table of a source's database in one read-only transaction that sees one moment.
 *
 * @param zone of the source's company, in which local watermarks are
 * @param clock tells only whether a watermark lies in the future
 */
public record Extraction(Database database, SourceTable table, Extract extract, ZoneId zone, Clock clock) {
    private static final int ROWS_AT_ONCE = 1_000;

    /** What decides which rows are read and what they look like; when it changes, everything is read anew. */
    public static String definition(SourceTable table, Extract extract) {
        return DigestUtils.sha256Hex(String.join(
                "\n",
                table.system(),
                table.name(),
                extract.table().orElse(""),
                extract.query().orElse(""),
                extract.watermark().orElse(""),
                table.columns().stream().map(ReceivedColumn::name).collect(Collectors.joining(" "))));
    }

    /**
     * Writes the rows from a watermark on, less the overlap, and those without one, as JSON lines.
     *
     * @param since the greatest watermark seen before; empty to read everything
     * @throws ServingException when the database is away or refuses; what the file holds is then of no use
     * @throws ContractException when the contract names what the database does not have
     */
    public Extracted read(Optional<String> since, Path file) {
        return inOneMoment(file, connection -> read(connection, since, file));
    }

    /**
     * Writes the rows up to a watermark, less the overlap, as JSON lines: all of these the readings up to there have brought,
     * unless they passed one over.
     *
     * @param last the greatest watermark that was seen
     * @return how many
     * @throws ServingException as {@link #read(Optional, Path)}
     */
    public long readUpTo(String last, Path file) {
        return inOneMoment(file, connection -> {
            ReadColumns columns = new KnownTables(connection).columns(this);
            ReadColumns.Read column = columns.watermark().orElseThrow(() -> wrong("it has no watermark"));
            Watermark mark = Watermark.parse(column.type(), last)
                    .orElseThrow(() -> wrong("'" + last + "' is no watermark of it any more"))
                    .minus(extract.overlap());
            return rows(connection, columns, Optional.of(new Bound("<= ?", mark)), Optional.empty(), file)
                    .print
                    .rows();
        });
    }

    /** A moment of the database, and what is done in it. */
    private interface Moment<T> {
        T in(Connection connection) throws SQLException, IOException;
    }

    private <T> T inOneMoment(Path file, Moment<T> moment) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return moment.in(connection);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read " + what() + " at " + database, failure);
        } catch (ServingException failure) {
            throw failure.during("Reading " + what());
        } catch (IOException full) {
            throw new UncheckedIOException("cannot keep the rows of " + what() + " in " + file, full);
        }
    }

    private Extracted read(Connection connection, Optional<String> since, Path file) throws SQLException, IOException {
        ReadColumns columns = new KnownTables(connection).columns(this);
        columns.watermark().ifPresent(this::refuseUnlessOrdered);
        Optional<Watermark> greatest = greatest(connection, columns);
        Optional<Watermark> begin = columns.watermark()
                .flatMap(column -> since.flatMap(text -> Watermark.parse(column.type(), text)))
                .map(seen -> seen.minus(extract.overlap()));
        Optional<Watermark> again = greatest.map(mark -> mark.minus(extract.overlap()));
        Rows rows = rows(
                connection,
                columns,
                begin.map(mark -> new Bound(
                        ">= ? or "
                                + ReadColumns.quoted(
                                        columns.watermark().orElseThrow().theirs()) + " is null",
                        mark)),
                again,
                file);
        return new Extracted(
                begin.isEmpty(),
                rows.print.rows(),
                rows.print.text(),
                columns.names(),
                new Position(definition(table, extract), greatest.map(Watermark::text), rows.window.text()),
                warnings(columns, greatest, rows.withoutWatermark));
    }

    /** The prints of what was read, and of the part of it that will be read again. */
    private static final class Rows {
        private final RowPrint print = new RowPrint();
        private final RowPrint window = new RowPrint();
        private long withoutWatermark;
    }

    /** The rows on one side of a watermark; the comparison follows its column. */
    private record Bound(String comparison, Watermark mark) {}

    private Rows rows(
            Connection connection, ReadColumns columns, Optional<Bound> bound, Optional<Watermark> again, Path file)
            throws SQLException, IOException {
        String mark = columns.watermark()
                .map(column -> ReadColumns.quoted(column.theirs()))
                .orElse("");
        String where =
                bound.map(side -> " where " + mark + " " + side.comparison()).orElse("");
        Rows found = new Rows();
        try (PreparedStatement select =
                        connection.prepareStatement("select " + columns.select() + " from " + from() + where);
                SpoolFile spool = new SpoolFile(file, columns.names())) {
            select.setFetchSize(ROWS_AT_ONCE);
            if (bound.isPresent()) {
                bound.get().mark().bind(select, 1);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    add(found, rows, columns, again, spool);
                }
            }
        }
        return found;
    }

    private static void add(Rows found, ResultSet row, ReadColumns columns, Optional<Watermark> again, SpoolFile spool)
            throws SQLException, IOException {
        List<@Nullable String> values = columns.values(row);
        spool.add(values);
        found.print.add(values);
        Optional<Watermark> mark = columns.watermark().isEmpty()
                ? Optional.empty()
                : Watermark.in(
                        row,
                        columns.columns().size() + 1,
                        columns.watermark().get().type());
        if (columns.watermark().isPresent() && mark.isEmpty()) {
            found.withoutWatermark++;
        }
        if (mark.isEmpty() || again.isEmpty() || mark.get().compareTo(again.get()) >= 0) {
            found.window.add(values);
        }
    }

    private Optional<Watermark> greatest(Connection connection, ReadColumns columns) throws SQLException {
        if (columns.watermark().isEmpty()) {
            return Optional.empty();
        }
        ReadColumns.Read column = columns.watermark().get();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select max(" + ReadColumns.quoted(column.theirs()) + ") from " + from())) {
            row.next();
            Optional<Watermark> greatest = Watermark.in(row, 1, column.type());
            if (greatest.filter(Watermark::isEndless).isPresent()) {
                throw wrong("the greatest " + column.name() + " is infinity, so that no later row would ever be read;"
                        + " correct it at its source");
            }
            return greatest;
        }
    }

    private void refuseUnlessOrdered(ReadColumns.Read column) {
        if (!Watermark.isPossible(column.type())) {
            throw wrong("'" + column.name() + "' cannot be the watermark: it is no time, date or number");
        }
        Overlap overlap = extract.overlap();
        boolean number = column.type() == DatabaseType.NUMBER;
        if (number && !overlap.equals(Overlap.USUAL) && !overlap.time().isZero()) {
            throw wrong("the watermark '" + column.name() + "' is a number, so the overlap is one: 'overlap: 1000'");
        }
        if (!number && overlap.number() > 0) {
            throw wrong("the watermark '" + column.name() + "' is a time, so the overlap is one: 'overlap: 2 hours'");
        }
    }

    private List<String> warnings(ReadColumns columns, Optional<Watermark> greatest, long withoutWatermark) {
        List<String> warnings = new ArrayList<>(columns.warnings());
        String mark = extract.watermark().orElse("");
        if (withoutWatermark > 0) {
            warnings.add(withoutWatermark + " rows have no " + mark + "; they are read every time");
        }
        greatest.filter(newest -> newest.instant(zone)
                        .filter(clock.instant().plus(Duration.ofDays(1))::isBefore)
                        .isPresent())
                .ifPresent(future -> warnings.add("the greatest " + mark + " (" + future.text()
                        + ") lies in the future, and rows written before it may be missed; correct it at its source"));
        return warnings;
    }

    ContractException wrong(String problem) {
        return new ContractException(table.file(), what() + ": " + problem);
    }

    /** What is read, for people. */
    String what() {
        return extract.what() + " of source " + table.qualifiedName();
    }

    /** What stands after {@code from}. */
    String from() {
        return extract.query().map(query -> "(\n" + query + "\n) extracted").orElseGet(() -> Arrays.stream(
                        extract.table().orElseThrow().split("\\."))
                .map(part -> part.startsWith("\"") ? part : ReadColumns.quoted(part))
                .collect(Collectors.joining(".")));
    }
}
