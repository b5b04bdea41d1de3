package org.offtake.dashboards.metabase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** What was published to one Metabase, in {@code app.metabase_object}. */
record Memory(Database database, String server) {

    /**
     * One thing as it was published.
     *
     * @param entityId by which Metabase knows it for good; a number may be another thing's after a restore
     * @param published what was compared, in canonical form
     */
    record Thing(Kind kind, String slug, long id, Optional<String> entityId, String published) {}

    List<Thing> things() {
        String sql = "select kind, slug, object_id, entity_id, published from app.metabase_object where server = ?"
                + " order by kind, slug";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, server);
            List<Thing> things = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    things.add(new Thing(
                            Kind.valueOf(row.getString(1)),
                            row.getString(2),
                            row.getLong(3),
                            Optional.ofNullable(row.getString(4)),
                            row.getString(5)));
                }
            }
            return things;
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read app.metabase_object in " + database, failure);
        }
    }

    void remember(Thing thing) {
        String sql = """
            insert into app.metabase_object (server, kind, slug, object_id, entity_id, published)
            values (?, ?, ?, ?, ?, ?)
            on conflict (server, kind, slug) do update
            set object_id = excluded.object_id,
                entity_id = excluded.entity_id,
                published = excluded.published,
                published_at = excluded.published_at
            """;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, server);
            statement.setString(2, thing.kind().name());
            statement.setString(3, thing.slug());
            statement.setLong(4, thing.id());
            statement.setString(5, thing.entityId().orElse(null));
            statement.setString(6, thing.published());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot write app.metabase_object in " + database, failure);
        }
    }

    void forget(Thing thing) {
        String sql = "delete from app.metabase_object where server = ? and kind = ? and slug = ?";
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, server);
            statement.setString(2, thing.kind().name());
            statement.setString(3, thing.slug());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot write app.metabase_object in " + database, failure);
        }
    }
}
