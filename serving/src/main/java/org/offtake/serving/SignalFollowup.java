package org.offtake.serving;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody says became of a signal, to be kept beside those of before: a later one says how it stands now.
 *
 * <p>Codes are those of {@code mart.report_followup_code}.
 *
 * @param signalId as people say it, such as S-000123
 * @param saidDate the local business day of it
 * @param saidBy who says so, by their own word; 1 to 80 characters
 * @param status how far it is
 * @param cause why the customer left the pattern
 * @param action what was done
 * @param outcome what came of it
 * @param expectedAmount what is expected to come back in a year, in the currency of the signal; zero or more, less than
 *     10,000,000,000, in at most four decimals
 */
public record SignalFollowup(
        String signalId,
        LocalDate saidDate,
        String saidBy,
        String status,
        Optional<String> cause,
        Optional<String> action,
        Optional<String> outcome,
        Optional<BigDecimal> expectedAmount) {
    private static final int LONGEST_NAME = 80;
    private static final BigDecimal LESS_THAN = new BigDecimal("10000000000");
    private static final int DECIMALS = 4;

    public SignalFollowup {
        if (saidBy.isBlank() || saidBy.length() > LONGEST_NAME) {
            throw ServingException.mistake(
                    "A follow-up says who writes it, in at most " + LONGEST_NAME + " characters. Give your name");
        }
        if (expectedAmount.filter(amount -> !isAmount(amount)).isPresent()) {
            throw ServingException.mistake("What is expected back in a year is zero or more, less than "
                    + LESS_THAN.toPlainString() + ", in at most " + DECIMALS + " decimals, and not "
                    + expectedAmount.get());
        }
    }

    private static boolean isAmount(BigDecimal amount) {
        return amount.signum() >= 0 && amount.compareTo(LESS_THAN) < 0 && amount.scale() <= DECIMALS;
    }

    /** Keeps it; refuses a signal that was not told and a code that nobody can read. */
    public void keep(Database database) {
        try (Connection connection = database.connect()) {
            refuseUnknownSignal(connection);
            refuseUnknownCode(connection, "STATUS", Optional.of(status));
            refuseUnknownCode(connection, "CAUSE", cause);
            refuseUnknownCode(connection, "ACTION", action);
            refuseUnknownCode(connection, "OUTCOME", outcome);
            insert(connection);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot keep the follow-up of " + signalId, failure);
        }
    }

    private void refuseUnknownSignal(Connection connection) throws SQLException {
        if (!exists(connection, "select exists (select from app.signal where signal_id = ?)", signalId)) {
            throw ServingException.mistake(
                    "There is no signal '" + signalId + "'. `offtake signals list --all` shows all that were told");
        }
    }

    private static void refuseUnknownCode(Connection connection, String kind, Optional<String> code)
            throws SQLException {
        if (code.isEmpty()) {
            return;
        }
        String sql = "select exists (select from mart.report_followup_code where code_kind = ? and code = ?)";
        if (!exists(connection, sql, kind, code.get())) {
            throw ServingException.mistake("'" + code.get() + "' is no " + kind.toLowerCase(Locale.ROOT)
                    + " of a follow-up. mart.report_followup_code has those that are");
        }
    }

    private static boolean exists(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setString(place + 1, values[place]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void insert(Connection connection) throws SQLException {
        String sql = """
                insert into app.signal_followup
                    (signal_id, said_date, said_by, followup_status, cause_code, action_code, outcome_code, expected_amount)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, signalId);
            statement.setObject(2, saidDate);
            statement.setString(3, saidBy.strip());
            statement.setString(4, status);
            statement.setString(5, cause.orElse(null));
            statement.setString(6, action.orElse(null));
            statement.setString(7, outcome.orElse(null));
            statement.setBigDecimal(8, expectedAmount.orElse(null));
            statement.executeUpdate();
        }
    }
}
