package org.offtake.datatests.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** PostgreSQL's own connection behind a look at each statement, each part of a copy, and each commit. */
final class WatchedConnection {
    private final Connection connection;
    private final Effects effects;

    private WatchedConnection(Connection connection, Effects effects) {
        this.connection = connection;
        this.effects = effects;
    }

    static Connection over(Connection connection, Effects effects) {
        WatchedConnection watched = new WatchedConnection(connection, effects);
        return (Connection) proxy(watched::onConnection, Connection.class, PGConnection.class);
    }

    private @Nullable Object onConnection(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "unwrap" -> {
                return proxy;
            }
            case "getCopyAPI" -> {
                return new Copies((BaseConnection) connection);
            }
            case "commit" -> effects.database("commit");
            case "rollback" -> effects.database("rollback");
            case "setAutoCommit" -> effects.database("set auto commit");
            default -> {}
        }
        Object result = call(connection, method, arguments);
        return result instanceof Statement statement ? statement(statement, sql(arguments)) : result;
    }

    private Object statement(Statement statement, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                effects.database(sql.isEmpty() ? sql(arguments) : sql);
            }
            return call(statement, method, arguments);
        };
        return proxy(
                handler,
                statement instanceof CallableStatement
                        ? CallableStatement.class
                        : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class);
    }

    private static String sql(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : "";
    }

    /** Copies whose every part is told. */
    private final class Copies extends CopyManager {
        Copies(BaseConnection connection) throws SQLException {
            super(connection);
        }

        @Override
        public CopyIn copyIn(String sql) throws SQLException {
            effects.database(sql);
            CopyIn copy = super.copyIn(sql);
            InvocationHandler handler = (proxy, method, arguments) -> {
                if (method.getName().equals("writeToCopy")) {
                    effects.database("rows of " + sql);
                }
                if (method.getName().equals("endCopy")) {
                    effects.database("end of " + sql);
                }
                return call(copy, method, arguments);
            };
            return (CopyIn) proxy(handler, CopyIn.class);
        }
    }

    private static Object proxy(InvocationHandler handler, Class<?>... types) {
        return Proxy.newProxyInstance(WatchedConnection.class.getClassLoader(), types, handler);
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
