package org.offtake.datatests.faults;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stands in the place of PostgreSQL's driver, and tells what each connection does to the effects of the running run. */
final class WatchedDriver implements Driver, AutoCloseable {
    private final Driver postgres = new org.postgresql.Driver();
    private final AtomicReference<@Nullable WatchedRun> running = new AtomicReference<>();

    /** A run, and the connections that it opened. */
    private record WatchedRun(Effects effects, OpenConnections connections) {}

    private WatchedDriver() {}

    static WatchedDriver install() throws SQLException {
        WatchedDriver driver = new WatchedDriver();
        org.postgresql.Driver.deregister();
        DriverManager.registerDriver(driver);
        return driver;
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(this);
        org.postgresql.Driver.register();
    }

    /** Works while connections are watched, and ends those that a stopped run left, as the end of its process would. */
    void watch(Effects effects, Runnable work) {
        WatchedRun run = new WatchedRun(effects, new OpenConnections());
        running.set(run);
        try {
            work.run();
        } finally {
            running.set(null);
            run.connections().end();
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        WatchedRun run = running.get();
        if (run == null || !acceptsURL(url)) {
            return postgres.connect(url, properties);
        }
        run.effects().database("connect");
        return WatchedConnection.over(run.connections().opened(postgres.connect(url, properties)), run.effects());
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return postgres.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return postgres.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return postgres.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return postgres.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return postgres.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return postgres.getParentLogger();
    }
}
