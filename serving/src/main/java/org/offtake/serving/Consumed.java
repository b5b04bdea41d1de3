package org.offtake.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What the publication of each mart model consumed, written in the transaction that published it. */
public final class Consumed {
    private Consumed() {}

    /** The state as JSON; empty when the model was never published, or is to be rebuilt. */
    public static Optional<String> of(Connection connection, String model) {
        try (PreparedStatement statement =
                connection.prepareStatement("select state from app.consumed where model = ?")) {
            statement.setString(1, model);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read what " + model + " consumed", failure);
        }
    }

    static void write(Connection connection, String model, String state) {
        String sql = """
                insert into app.consumed (model, state) values (?, ?::jsonb)
                on conflict (model) do update set state = excluded.state
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, model);
            statement.setString(2, state);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot remember what " + model + " consumed", failure);
        }
    }
}
