package org.offtake.serving;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database by JDBC url, with the user and the password to enter it; the password is never printed.
 *
 * @param url begins with {@code jdbc:postgresql://} and carries no password
 */
public record Database(String url, String user, String password) {
    private static final String SCHEME = "jdbc:postgresql://";
    private static final String CONNECT_SECONDS = "10";

    /** Refuses a url that is not PostgreSQL's, and one that carries a password, for urls end up in logs. */
    public Database {
        if (!url.startsWith(SCHEME)) {
            throw ServingException.mistake(
                    "The database url does not begin with " + SCHEME + ". Write " + SCHEME + "host:5432/name");
        }
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.contains("password=") || authority(url).contains("@")) {
            throw ServingException.mistake(
                    "The database url carries a user or a password. Move them to their own keys: urls end up in logs");
        }
    }

    /** Connects in UTC, auto-committing, under the application name {@code offtake}. */
    public Connection connect() {
        return connect("offtake");
    }

    Connection connect(String applicationName) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", "0");
        properties.setProperty("tcpKeepAlive", "true");
        try {
            return inUtc(DriverManager.getConnection(url, properties));
        } catch (SQLException failure) {
            throw ServingException.of("Cannot connect to " + this, failure);
        }
    }

    /** Connections for a library that asks for them itself; each is a new one, under the application name {@code offtake}. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("offtake");
        source.setConnectTimeout(Integer.parseInt(CONNECT_SECONDS));
        source.setTcpKeepAlive(true);
        return source;
    }

    /** The driver tells the server the zone of the Java process; instants read as text must not depend on it. */
    private static Connection inUtc(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static String authority(String url) {
        String rest = url.substring(SCHEME.length());
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
