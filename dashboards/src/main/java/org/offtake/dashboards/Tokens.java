package org.offtake.dashboards;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** The one-time links in {@code app.viewer_token}. */
final class Tokens {
    static final Duration LIFE = Duration.ofHours(12);

    private final Database owner;

    Tokens(Database owner) {
        this.owner = owner;
    }

    /** How a token was received. */
    enum Reception {
        WELCOME,
        USED,
        EXPIRED,
        UNKNOWN
    }

    /** A new token; those that expired long ago are swept out. */
    String issue() {
        String token = Secret.fresh();
        String sql = """
                with swept as (
                    delete from app.viewer_token where expires_at < clock_timestamp() - interval '30 days'
                )
                insert into app.viewer_token (token_hash, expires_at)
                values (?, clock_timestamp() + make_interval(secs => ?))
                """;
        try (Connection connection = owner.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, Secret.hash(token));
            statement.setLong(2, LIFE.toSeconds());
            statement.executeUpdate();
            return token;
        } catch (SQLException failure) {
            throw ServingException.of("Cannot keep the token of a new link in " + owner, failure);
        }
    }

    /** Takes the token: of two who come with the same one, the second finds it used. */
    Reception redeem(String token) throws SQLException {
        byte[] hash = Secret.hash(token);
        String take = "update app.viewer_token set used_at = clock_timestamp()"
                + " where token_hash = ? and used_at is null and expires_at > clock_timestamp()";
        try (Connection connection = owner.connect();
                PreparedStatement statement = connection.prepareStatement(take)) {
            statement.setBytes(1, hash);
            return statement.executeUpdate() == 1 ? Reception.WELCOME : whyNot(connection, hash);
        }
    }

    private static Reception whyNot(Connection connection, byte[] hash) throws SQLException {
        String sql = "select used_at is not null from app.viewer_token where token_hash = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Reception.UNKNOWN;
                }
                return row.getBoolean(1) ? Reception.USED : Reception.EXPIRED;
            }
        }
    }
}
