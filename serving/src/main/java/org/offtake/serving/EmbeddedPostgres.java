package org.offtake.serving;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL in a folder of ours, shared by all processes that open it: the first starts it, the last one out
 * stops it.
 *
 * <p>Programs that connect on their own, such as Metabase, are not counted. When this process ends without closing, a
 * shutdown hook closes; when it is killed, the server stays for the next one, which then stops it.
 *
 * <p>It listens on 127.0.0.1 only, asks for passwords, and writes safely (fsync on). Its data stay in the home.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String LOCK = "postgres";
    private static final Duration TURN = Duration.ofMinutes(5);
    private static final int ANSWER_SECONDS = 10;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

    /** Every process that uses the server keeps one session under this name, so that the last one out is known. */
    private static final String GUEST = "offtake guest";

    private final PostgresHome home;
    private final PostgresServer server;
    private final int port;
    private final Connection guest;
    private boolean closed;
    private final Thread atExit = new Thread(this::leave, "postgres-stop");

    private EmbeddedPostgres(PostgresHome home, PostgresServer server, int port, Connection guest) {
        this.home = home;
        this.server = server;
        this.port = port;
        this.guest = guest;
    }

    /**
     * Starts the server of this home, or joins it where another process (or this one) already runs it; a running server
     * keeps its port whatever is asked.
     *
     * @param port 0 for a free port, remembered in the home
     * @throws ServingException when it cannot start; the message quotes the end of {@code postgres.log}
     */
    public static EmbeddedPostgres start(Path home, int port) {
        PostgresHome place = PostgresHome.at(home);
        EmbeddedPostgres started = FolderLock.inTurn(place.folder(), LOCK, TURN, () -> open(place, port));
        Runtime.getRuntime().addShutdownHook(started.atExit);
        return started;
    }

    /** The warehouse database, as its owner. */
    public Database database() {
        return new Database(url(port, PostgresServer.OWNER), PostgresServer.OWNER, home.ownerPassword());
    }

    /** The warehouse database as {@link Roles#READER}; it opens once {@link Roles#letReaderIn} gave it this password. */
    public Database readerDatabase() {
        return new Database(url(port, PostgresServer.OWNER), Roles.READER, home.readerPassword());
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Leaves; stops the server when no other process uses it. Closing twice does nothing more. */
    @Override
    public void close() {
        leave();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook finds that we left
        }
    }

    /** Whoever comes second, the hook or a closing thread, waits until the first has left. */
    private synchronized void leave() {
        if (closed) {
            return;
        }
        closed = true;
        FolderLock.inTurn(home.folder(), LOCK, TURN, this::endSession);
    }

    /** Where the server was killed and started again meanwhile, our session is gone and a new one asks for us. */
    private boolean endSession() {
        Optional<EmbeddedPostgres> present = answers() ? Optional.of(this) : join(home, server);
        boolean last = present.isPresent() && present.get().isAlone();
        present.ifPresent(session -> VerbLock.close(session.guest));
        if (last) {
            server.stop();
        }
        return last;
    }

    private boolean answers() {
        try {
            return guest.isValid(ANSWER_SECONDS);
        } catch (SQLException gone) {
            return false;
        }
    }

    private static EmbeddedPostgres open(PostgresHome home, int port) {
        PostgresBinaries binaries = PostgresBinaries.unpackInto(home.programs());
        PostgresServer server = new PostgresServer(home, new PostgresPrograms(binaries, home));
        server.initialise();
        return join(home, server).orElseGet(() -> launch(home, server, port));
    }

    private static Optional<EmbeddedPostgres> join(PostgresHome home, PostgresServer server) {
        long deadline = System.nanoTime() + TURN.toNanos();
        while (true) {
            Optional<Postmaster> running = Postmaster.in(home.data()).filter(found -> found.runsIn(home.data()));
            if (running.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(enter(home, server, running.get().port()));
            } catch (ServingException notYet) { // starting, recovering or shutting down
                if (!notYet.retry() || System.nanoTime() > deadline) {
                    throw notYet;
                }
            }
            Pause.of(BETWEEN_ATTEMPTS);
        }
    }

    private static EmbeddedPostgres launch(PostgresHome home, PostgresServer server, int asked) {
        int port = server.start(asked);
        try {
            EmbeddedPostgres launched = enter(home, server, port);
            launched.createDatabase();
            Roles.letReaderIn(launched.database(), home.readerPassword());
            return launched;
        } catch (ServingException failure) {
            server.stop();
            throw failure;
        }
    }

    private static EmbeddedPostgres enter(PostgresHome home, PostgresServer server, int port) {
        Database administration = new Database(url(port, "postgres"), PostgresServer.OWNER, home.ownerPassword());
        return new EmbeddedPostgres(home, server, port, administration.connect(GUEST));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void createDatabase() {
        try (Statement statement = guest.createStatement();
                ResultSet found = statement.executeQuery("select from pg_database where datname = 'offtake'")) {
            if (found.next()) {
                return;
            }
            statement.execute("create database offtake");
        } catch (SQLException failure) {
            throw ServingException.of("Cannot create database offtake in " + home.folder(), failure);
        }
    }

    private boolean isAlone() {
        String sql = "select count(*) from pg_stat_activity where application_name = ? and pid <> pg_backend_pid()";
        try (PreparedStatement statement = guest.prepareStatement(sql)) {
            statement.setString(1, GUEST);
            try (ResultSet others = statement.executeQuery()) {
                others.next();
                return others.getInt(1) == 0;
            }
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see who else uses PostgreSQL in " + home.folder(), failure);
        }
    }
}
