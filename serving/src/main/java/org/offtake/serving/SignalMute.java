package org.offtake.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody asks to hear no more of the customer of a signal: from the last day that was told for, until a day, both
 * included. It takes the place of what was asked of the same before.
 *
 * @param signalId as people say it, such as S-000123
 * @param wholeCustomer of whatever there is to tell of the customer; else only of the rule and subject of the signal
 * @param until at most a year after the last day that was told for; empty to take back what was asked before
 * @param reason why; not blank
 * @param by who asks
 */
public record SignalMute(String signalId, boolean wholeCustomer, Optional<LocalDate> until, String reason, String by) {
    private static final int LONGEST_IN_YEARS = 1;

    /**
     * How it stands now.
     *
     * @param customer the name, or the number where no name is known
     * @param until the last day on which the signal is muted, for this or for another reason; empty when it is not
     */
    public record Kept(String customer, Optional<LocalDate> until) {}

    public SignalMute {
        if (reason.isBlank() || by.isBlank()) {
            throw ServingException.mistake("A mute says why and who asked for it. Give both");
        }
    }

    /** Keeps it; gives how the signal stands now. */
    public Kept keep(Database database) {
        try (Connection connection = database.connect()) {
            LocalDate told = told(connection);
            if (until.isEmpty()) {
                refuseNotMuted(connection);
            } else {
                refuse(until.get(), told);
            }
            insert(connection, told);
            return standing(connection);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot mute " + signalId, failure);
        }
    }

    /** The last day that was told for. */
    private LocalDate told(Connection connection) throws SQLException {
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
                return row.getObject(2, LocalDate.class);
            }
        }
    }

    private static void refuse(LocalDate until, LocalDate told) {
        if (until.isBefore(told)) {
            throw ServingException.mistake(
                    "A mute until " + until + " is over: signals are told for " + told + ". Give a later day");
        }
        LocalDate latest = told.plusYears(LONGEST_IN_YEARS);
        if (until.isAfter(latest)) {
            throw ServingException.mistake("A mute lasts a year at most, until " + latest + ", and not until " + until
                    + ". Give an earlier day");
        }
    }

    private void refuseNotMuted(Connection connection) throws SQLException {
        String sql = "select exists (select from mart.signal_mute where signal_id = ? and is_whole_customer = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, signalId);
            statement.setBoolean(2, wholeCustomer);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw ServingException.mistake(
                            wholeCustomer
                                    ? "The customer of " + signalId + " is not muted as a whole"
                                    : signalId + " is not muted by itself. With --customer a mute of its whole customer"
                                            + " is taken back");
                }
            }
        }
    }

    private void insert(Connection connection, LocalDate told) throws SQLException {
        String sql = """
                insert into app.signal_mute
                    (rule_code, source_system, company_code, party_id, subject, muted_from, muted_until, reason, muted_by)
                select case when ? then null else signal.rule_code end,
                       signal.source_system, signal.company_code, signal.party_id,
                       case when ? then null else signal.subject end,
                       ?, ?, ?, ?
                from app.signal as signal
                where signal.signal_id = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBoolean(1, wholeCustomer);
            statement.setBoolean(2, wholeCustomer);
            statement.setObject(3, told);
            statement.setObject(4, until.orElse(told.minusDays(1)));
            statement.setString(5, reason);
            statement.setString(6, by);
            statement.setString(7, signalId);
            statement.executeUpdate();
        }
    }

    private Kept standing(Connection connection) throws SQLException {
        String sql = """
                select coalesce(signal.party_name, signal.party_id), max(mute.muted_until_date)
                from app.signal as signal
                left join mart.signal_mute as mute on mute.signal_id = signal.signal_id
                where signal.signal_id = ?
                group by 1
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, signalId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Kept(row.getString(1), Optional.ofNullable(row.getObject(2, LocalDate.class)));
            }
        }
    }
}
