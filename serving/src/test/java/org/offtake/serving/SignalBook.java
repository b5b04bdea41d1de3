package org.offtake.serving;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offtake.models.SignalShape;

/** A database with one table of episodes, which tests rewrite as late data would, and the register beside it. */
record SignalBook(Database database, Telling telling) {
    SignalBook(Database database, int cooldownDays) {
        this(database, Telling.cooling(cooldownDays));
    }

    static final MartTable QUIET = new MartTable("signal_quiet");

    /** An episode of customer and subject; days are of 2026, written 01-31. */
    record Episode(
            String party, String subject, LocalDate since, LocalDate alarm, Optional<LocalDate> closed, String reason) {
        static Episode of(String party, String since, String alarm) {
            return new Episode(party, "", day(since), day(alarm), Optional.empty(), "ORDERED");
        }

        Episode about(String other) {
            return new Episode(party, other, since, alarm, closed, reason);
        }

        Episode closed(String on) {
            return new Episode(party, subject, since, alarm, Optional.of(day(on)), reason);
        }

        /** Closed because another one tells more. */
        Episode replaced(String on) {
            return new Episode(party, subject, since, alarm, Optional.of(day(on)), "REPLACED");
        }

        private String values() {
            String end = closed.map(on -> "date '" + on + "', '" + reason + "'").orElse("null, null");
            return "('QUIET', 'CADENCE', 'shop', 'NL', '" + party + "', '" + subject + "', date '" + since + "', date '"
                    + alarm + "', " + end + ", 'Customer " + party
                    + "', 7, 'Els', 'REP', 0.9, 0.04, 8400, 5100, 11900, 1600, 'EUR',"
                    + " null, 'CALL', '" + party + " is stil sinds " + since + "', '" + party + " is quiet since "
                    + since + "')";
        }
    }

    static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay);
    }

    /** A book with nothing in it; what the database held is dropped. */
    static SignalBook empty(Database database, Path noMigrations) {
        FreshDatabase.run(database, "drop schema if exists app cascade", "drop schema if exists mart cascade");
        Migrations.migrate(database, noMigrations);
        FreshDatabase.run(
                database,
                "create table mart.signal_quiet as select " + String.join(", ", SignalShape.told())
                        + ", since_date as closed_date, cause_code as closed_reason, 0 as order_count from app.signal");
        return new SignalBook(database, 14);
    }

    SignalBook cooling(int days) {
        return new SignalBook(database, days);
    }

    /** What is known of the episodes from now on. */
    void know(Episode... episodes) {
        FreshDatabase.run(database, "delete from mart.signal_quiet");
        if (episodes.length > 0) {
            FreshDatabase.run(
                    database,
                    "insert into mart.signal_quiet (" + String.join(", ", SignalShape.columns()) + ") values "
                            + Arrays.stream(episodes).map(Episode::values).collect(Collectors.joining(", ")));
        }
    }

    /** A publication of that business date. */
    Registered run(String date) {
        return run(day(date), List.of(QUIET));
    }

    Registered run(LocalDate date, List<MartTable> tables) {
        long run = Runs.start(database, date);
        try (Connection connection = database.connect();
                Publication publication = Publication.begin(connection, run)) {
            Registered registered = new SignalRegister(tables, telling).register(connection, run, date);
            publication.commit(Map.of());
            return registered;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void mute(String party, String from, String until) {
        FreshDatabase.run(
                database,
                "insert into app.signal_mute (company_code, party_id, muted_from, muted_until, reason, muted_by) values"
                        + " ('NL', '" + party + "', '" + day(from) + "', '" + day(until) + "', 'on holiday', 'els')");
    }

    /** Signals as readers see them: number, customer, since when as told, status. */
    List<String> signals() {
        return rows("select signal_id || ' ' || party_id || ' ' || to_char(since_date, 'MM-DD') || ' ' || status"
                + " from mart.signal order by 1");
    }

    /** What became of them. */
    List<String> events() {
        return rows("select signal_id || ' ' || event || ' ' || to_char(event_date, 'MM-DD')"
                + " from mart.signal_event order by event_number");
    }

    List<String> rows(String sql) {
        return FreshDatabase.rows(database, sql);
    }
}
