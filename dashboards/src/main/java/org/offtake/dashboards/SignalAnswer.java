package org.offtake.dashboards;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.offtake.serving.Database;
import org.offtake.serving.Failure;
import org.offtake.serving.Run;

/** All there is to tell of one signal, in one snapshot: what was told, what became of it, what people said of it. */
final class SignalAnswer {
    private static final String SIGNAL = """
            select signal_id, status, raised_date, closed_date, withdrawn_date, muted_until_date, days_open, rule_code,
                signal_kind, company_code, party_id, coalesce(party_name, party_id) as party_name,
                nullif(subject, '') as subject, since_date, alarm_date, rep_name, recipient, probability * 100 as probability_pct,
                stake_amount, stake_low_amount, stake_high_amount, currency_code,
                case ? when 'nl' then text_nl else text_en end as signal_text
            from mart.signal
            where signal_id = ?
            """;
    private static final String EVENTS = """
            select event_date, event, reason as event_reason
            from mart.signal_event
            where signal_id = ?
            order by event_number
            """;
    private static final String MUTES = """
            select muted_until_date, mute_reason, muted_by, is_whole_customer
            from mart.signal_mute
            where signal_id = ?
            order by muted_until_date desc, is_whole_customer
            """;
    /** What was typed since the last run is not in its table yet. */
    private static final String FOLLOWUPS = """
            select said_date, said_by, channel, followup_status, cause_code, action_code, outcome_code, expected_amount,
                currency_code, true as is_taken_in, said_at, followup_id
            from mart.report_signal_followup
            where signal_id = ?
            union all
            select said_date, said_by, 'VIEWER', followup_status, cause_code, action_code, outcome_code, expected_amount,
                currency_code, false, said_at, followup_id
            from mart.signal_followup as typed
            where signal_id = ? and not exists (
                select from mart.report_signal_followup as taken where taken.followup_id = typed.followup_id)
            order by said_date, said_at nulls first, followup_id
            """;

    private static final String CODES = """
            select code_kind, code, case ? when 'nl' then text_nl else text_en end as text
            from mart.report_followup_code
            order by code_kind, code_order, code
            """;
    private static final List<String> CUSTOMER = List.of("company_code", "party_id");
    private static final String NO_SUCH_TABLE = "42P01";

    private final Database reader;
    private final List<Dashboard> dashboards;
    private final List<Company> companies;

    SignalAnswer(Database reader, List<Dashboard> dashboards, List<Company> companies) {
        this.reader = reader;
        this.dashboards = dashboards;
        this.companies = companies;
    }

    /** Empty when there is no such signal. */
    Optional<String> to(Dashboard dashboard, String signalId, Address address, Language language) throws SQLException {
        address.only(Set.of("lang"));
        try (Snapshot snapshot = Snapshot.open(reader)) {
            Optional<Run> published = snapshot.published();
            Optional<Failure> failed = snapshot.failedSince();
            Rows signal = rows(snapshot, SIGNAL, language.tag(), signalId);
            if (published.isEmpty() || signal.values().isEmpty()) {
                return Optional.empty();
            }
            Rows events = rows(snapshot, EVENTS, signalId);
            Rows mutes = rows(snapshot, MUTES, signalId);
            Rows followups = rows(snapshot, FOLLOWUPS, signalId, signalId);
            Rows codes = rows(snapshot, CODES, language.tag());
            return Optional.of(Json.object(json -> {
                Json.head(json, dashboard, dashboards, companies, language);
                Json.run(json, published.get());
                if (failed.isPresent()) {
                    Json.failure(json, failed.get());
                }
                Json.optional(json, "orders_at", itemOfOrders(dashboard));
                Json.rows(json, "signal", signal);
                Json.rows(json, "events", events);
                Json.rows(json, "mutes", mutes);
                Json.rows(json, "followups", followups);
                Json.rows(json, "codes", codes);
            }));
        } catch (SQLException failure) {
            if (NO_SUCH_TABLE.equals(failure.getSQLState())) {
                throw new BadRequest("Signals are not published yet. Run ./offtake run, and look again");
            }
            throw failure;
        }
    }

    /** The item from which a customer leads to their orders. */
    private static Optional<String> itemOfOrders(Dashboard dashboard) {
        return dashboard.items().stream()
                .filter(item -> item.drill()
                        .filter(drill -> drill.by().equals(CUSTOMER))
                        .isPresent())
                .map(Item::name)
                .findFirst();
    }

    private static Rows rows(Snapshot snapshot, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = snapshot.connection().prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setString(place + 1, values[place]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return Rows.read(result);
            }
        }
    }
}
