package org.offtake.serving;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.offtake.serving.PostgresPrograms.Ended;

/** Makes, starts and stops the server of one home; the caller holds the home's lock. */
record PostgresServer(PostgresHome home, PostgresPrograms programs) {
    static final String OWNER = "offtake";

    private static final String PORT_TAKEN = "Address already in use";
    private static final int ATTEMPTS = 50;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

    /** Makes the data folder once, beside and renamed, so that it is whole or absent. */
    void initialise() {
        if (Files.isDirectory(home.data())) {
            refuseOtherMajorVersion();
            return;
        }
        Path unfinished = home.folder().resolve("data.unfinished");
        home.ownerPassword();
        try {
            PostgresBinaries.delete(unfinished);
            Ended ended = programs.run("initdb", initdbArguments(), unfinished);
            if (ended.failed()) {
                throw failed("Cannot make the data folder " + home.data(), ended.output());
            }
            Files.move(unfinished, home.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw ServingException.mistake(
                    "Cannot make the data folder " + home.data() + ": " + failure + ". Check its owner and its rights",
                    failure);
        }
    }

    /** Starts on the port asked for; 0 takes the remembered port, or another free one when that is taken. */
    int start(int asked) {
        Postmaster.disownStale(home.data());
        ServerLog log = new ServerLog(home.log());
        log.turnWhenLong();
        int port = asked != 0 ? asked : home.rememberedPort().orElseGet(PostgresServer::freePort);
        for (int attempt = 1; ; attempt++) {
            log.mark();
            Ended ended = programs.run("pg_ctl", startArguments(port), home.data());
            if (!ended.failed()) {
                home.rememberPort(port);
                return port;
            }
            String said = ended.output() + "\n" + log.sinceMark();
            boolean takeAnother = asked == 0 && said.contains(PORT_TAKEN);
            boolean orphansAboutToEnd = said.contains("pre-existing shared memory block");
            if (attempt == ATTEMPTS || !(takeAnother || orphansAboutToEnd)) {
                throw failed("PostgreSQL does not start in " + home.folder() + " on port " + port, said);
            }
            port = takeAnother ? freePort() : port;
            Pause.of(BETWEEN_ATTEMPTS);
        }
    }

    /** Ends all sessions and stops; returns when the server is gone. */
    void stop() {
        ServerLog log = new ServerLog(home.log());
        log.mark();
        Ended ended = programs.run("pg_ctl", List.of("stop", "-s", "-m", "fast", "-t", "300"), home.data());
        if (ended.failed() && Postmaster.in(home.data()).isPresent()) {
            throw failed("PostgreSQL in " + home.folder() + " does not stop", ended.output() + "\n" + log.sinceMark());
        }
    }

    private List<String> initdbArguments() {
        return List.of(
                "--username=" + OWNER,
                "--pwfile=" + home.ownerPasswordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
                "--set=listen_addresses=127.0.0.1",
                "--set=unix_socket_directories=",
                "--set=password_encryption=scram-sha-256",
                "--set=fsync=on",
                "--set=timezone=UTC",
                "--set=log_timezone=UTC",
                "--set=max_wal_size=2GB");
    }

    private List<String> startArguments(int port) {
        return List.of(
                "start", "-s", "-w", "-t", "300", "-l", home.log().getFileName().toString(), "-o", "-p " + port);
    }

    private void refuseOtherMajorVersion() {
        try {
            String written = Files.readString(home.data().resolve("PG_VERSION")).trim();
            String carried = programs.binaries().majorVersion();
            if (!written.equals(carried)) {
                throw ServingException.mistake("The data in " + home.data() + " was written by PostgreSQL " + written
                        + ", this is " + carried + ". Back up with the old program and restore with this one");
            }
        } catch (IOException failure) {
            throw ServingException.mistake(
                    "The folder " + home.data() + " is not a PostgreSQL data folder: " + failure
                            + ". Move it away, or choose another home",
                    failure);
        }
    }

    private ServingException failed(String what, String said) {
        String lines = ServerLog.last(said);
        if (said.contains(PORT_TAKEN)) {
            return ServingException.away(
                    what + ": the port is taken. Stop what uses it, or choose another port. The log says:\n" + lines);
        }
        if (said.contains("No space left on device")) {
            return ServingException.away(what + ": the disk is full. Free space, then try again. It says:\n" + lines);
        }
        if (said.contains("unshare: failed to execute")) {
            return ServingException.mistake(what + ": even root, confined as PostgreSQL demands, may not enter a folder"
                    + " that is closed to others. Run as the user who owns it. It says:\n" + lines);
        }
        if (said.contains("unshare: ")) {
            return ServingException.mistake(what + ": PostgreSQL refuses to run as root, and this system allows no user"
                    + " namespace. Run as an ordinary user, or name the url of another PostgreSQL. It says:\n" + lines);
        }
        return ServingException.mistake(what + ". See " + home.log() + ". Its last lines:\n" + lines);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw ServingException.away("No free port on this machine: " + failure + ". Try again", failure);
        }
    }
}
