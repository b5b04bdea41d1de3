package org.offtake.etl.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.offtake.models.ContractException;
import org.offtake.models.MartDdl;
import org.offtake.models.Model;
import org.offtake.serving.MartTable;
import org.offtake.serving.Roles;
import org.offtake.serving.ServingException;

/** Sees to it that every mart model has its table: the shipped ones by migration, a user's own ones here. */
final class MartTables {
    private MartTables() {}

    /** The table that a publication writes. */
    static MartTable stored(Model model) {
        MartDdl.Stored stored = MartDdl.stored(model);
        return new MartTable(stored.schema(), stored.table());
    }

    static void ensure(Connection connection, List<Model> models) {
        for (Model model : models) {
            List<String> present = columns(connection, model);
            if (present.isEmpty()) {
                create(connection, model);
                continue;
            }
            if (!sorted(present).equals(sorted(MartDdl.columns(model)))) {
                throw new ContractException(
                        model.file(),
                        "the contract says " + MartDdl.columns(model) + ", but " + model.table() + " in PostgreSQL has "
                                + present + ": write a migration");
            }
        }
    }

    /** A column that a migration added stands last in PostgreSQL, wherever the contract has it. */
    private static List<String> sorted(List<String> columns) {
        return columns.stream().sorted().toList();
    }

    private static List<String> columns(Connection connection, Model model) {
        String sql = """
                select attribute.attname || ' ' ||
                       replace(format_type(attribute.atttypid, attribute.atttypmod), 'timestamp with time zone', 'timestamptz')
                       || case when attribute.attnotnull then '' else ' null' end
                from pg_attribute as attribute
                where attribute.attrelid = to_regclass(?) and attribute.attnum > 0 and not attribute.attisdropped
                order by attribute.attnum
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, MartDdl.stored(model).toString());
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            return columns;
        } catch (SQLException failure) {
            throw ServingException.of("Cannot look at " + model.table(), failure);
        }
    }

    private static void create(Connection connection, Model model) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MartDdl.create(model));
            statement.execute("grant select on " + model.table() + " to " + Roles.READER);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot create " + model.table(), failure);
        }
    }
}
