package org.offtake.dashboards.morning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** The open signals that are a salesperson's to act on, and the day they stand on. */
record OpenSignals(Optional<LocalDate> day, List<OpenSignal> signals) {

    static OpenSignals in(Database database) {
        String select = """
            select
                rep_name, signal_id, coalesce(party_name, party_id) as party_name, raised_date, stake_amount,
                currency_code, call_place, text_nl, text_en
            from mart.open_signal
            where recipient = 'REP' and rep_name is not null
            order by rep_name, call_place, company_code, signal_id
            """;
        try (Connection connection = database.connect();
                PreparedStatement days = connection.prepareStatement("select max(business_date) from app.signal_day");
                PreparedStatement open = connection.prepareStatement(select);
                ResultSet day = days.executeQuery();
                ResultSet row = open.executeQuery()) {
            day.next();
            List<OpenSignal> signals = new ArrayList<>();
            while (row.next()) {
                signals.add(new OpenSignal(
                        row.getString("rep_name"),
                        row.getString("signal_id"),
                        row.getString("party_name"),
                        row.getObject("raised_date", LocalDate.class),
                        Optional.ofNullable(row.getBigDecimal("stake_amount")),
                        String.valueOf(row.getString("currency_code")),
                        row.getLong("call_place"),
                        row.getString("text_nl"),
                        row.getString("text_en")));
            }
            return new OpenSignals(Optional.ofNullable(day.getObject(1, LocalDate.class)), signals);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read the open signals in " + database, failure);
        }
    }
}
