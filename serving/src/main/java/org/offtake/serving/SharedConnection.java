package org.offtake.serving;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A source whose connections are all the same one, which closes with the source.
 *
 * <p>Flyway asks for two: it commits a migration on the one and the line of its history on the other. A process that ends in
 * between leaves a migration that nobody remembers, and the next one fails on a table that is there already. On one
 * connection both are one transaction.
 */
final class SharedConnection extends PGSimpleDataSource implements AutoCloseable {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Connection open;

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Connection shared = open;
        if (shared == null) {
            shared = super.getConnection(user, password);
            open = shared;
        }
        return kept(shared);
    }

    private static Connection kept(Connection shared) {
        return (Connection) Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(shared, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    @Override
    public void close() throws SQLException {
        Connection shared = open;
        if (shared != null) {
            shared.close();
        }
    }
}
