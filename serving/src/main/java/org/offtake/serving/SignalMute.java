package org.offtake.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Somebody asks to hear no more of the customer of a signal: from the last day that was told for, until a day, both
 * included.
 *
 * @param signalId as people say it, such as S-000123
 * @param wholeCustomer of whatever there is to tell of the customer; else only of the rule and subject of the signal
 * @param reason why; not blank
 * @param by who asks
 */
public record SignalMute(String signalId, boolean wholeCustomer, LocalDate until, String reason, String by) {
    public SignalMute {
        if (reason.isBlank() || by.isBlank()) {
            throw ServingException.mistake("A mute says why and who asked for it. Give both");
        }
    }

    /** Keeps the mute; gives the customer's name, or number where no name is known. */
    public String keep(Database database) {
        try (Connection connection = database.connect()) {
            refuseUnknown(connection);
            return kept(connection);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot mute " + signalId, failure);
        }
    }

    private void refuseUnknown(Connection connection) throws SQLException {
        String sql = """
                select exists (select from app.signal where signal_id = ?),
                       (select max(business_date) from app.signal_day)
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, signalId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw ServingException.mistake("There is no signal '" + signalId
                            + "'. `offtake signals list` shows those that stand open");
                }
                LocalDate told = row.getObject(2, LocalDate.class);
                if (until.isBefore(told)) {
                    throw ServingException.mistake(
                            "A mute until " + until + " is over: signals are told for " + told + ". Give a later day");
                }
            }
        }
    }

    private String kept(Connection connection) throws SQLException {
        String sql = """
                with muted as (
                    insert into app.signal_mute
                        (rule_code, source_system, company_code, party_id, subject, muted_from, muted_until, reason, muted_by)
                    select case when ? then null else signal.rule_code end,
                           signal.source_system, signal.company_code, signal.party_id,
                           case when ? then null else signal.subject end,
                           (select max(business_date) from app.signal_day), ?, ?, ?
                    from app.signal as signal
                    where signal.signal_id = ?
                )
                select coalesce(party_name, party_id) from app.signal where signal_id = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBoolean(1, wholeCustomer);
            statement.setBoolean(2, wholeCustomer);
            statement.setObject(3, until);
            statement.setString(4, reason);
            statement.setString(5, by);
            statement.setString(6, signalId);
            statement.setString(7, signalId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
