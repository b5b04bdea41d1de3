package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.offtake.serving.Database;
import org.offtake.serving.EmbeddedPostgres;

/**
 * A real Airflow: its server, scheduler, DAG processor and triggerer, on a port, in a folder and on a PostgreSQL of their own;
 * on SQLite it answers with 500 and 503 when two of them write.
 */
final class LiveAirflow implements AutoCloseable {
    static final String USER = "offtake";
    static final String PASSWORD = "pa55-planted";

    /** So long a token is good, in seconds: short, so that one expires in the test. */
    static final int TOKEN_SECONDS = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final EmbeddedPostgres server;
    private final Path home;
    private final int port;

    private LiveAirflow(Process process, EmbeddedPostgres server, Path home, int port) {
        this.process = process;
        this.server = server;
        this.home = home;
        this.port = port;
    }

    /** Where Airflow is installed; empty where it is not. */
    static Optional<Path> installed() {
        return Optional.ofNullable(System.getenv("OFFTAKE_AIRFLOW"))
                .map(Path::of)
                .filter(folder -> Files.isExecutable(folder.resolve("bin/airflow")));
    }

    static LiveAirflow start(Path installed, Path home, Path dags) throws IOException, InterruptedException {
        Files.createDirectories(home);
        Files.createDirectories(dags);
        Path passwords = home.resolve("passwords.json");
        Files.writeString(passwords, "{\"" + USER + "\": \"" + PASSWORD + "\"}");
        int port = freePort();
        EmbeddedPostgres server = EmbeddedPostgres.start(home, 0);
        ProcessBuilder builder =
                new ProcessBuilder(installed.resolve("bin/airflow").toString(), "standalone");
        builder.environment().put("PATH", installed.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("AIRFLOW_HOME", home.toString()),
                        Map.entry("AIRFLOW__CORE__DAGS_FOLDER", dags.toString()),
                        Map.entry("AIRFLOW__CORE__LOAD_EXAMPLES", "False"),
                        Map.entry("AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS", USER + ":admin"),
                        Map.entry("AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE", passwords.toString()),
                        Map.entry("AIRFLOW__CORE__PARALLELISM", "4"),
                        Map.entry("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", connection(server.database())),
                        Map.entry("AIRFLOW__API__PORT", String.valueOf(port)),
                        Map.entry("AIRFLOW__API__BASE_URL", "http://localhost:" + port),
                        Map.entry("AIRFLOW__API__WORKERS", "1"),
                        Map.entry("AIRFLOW__API_AUTH__JWT_EXPIRATION_TIME", String.valueOf(TOKEN_SECONDS)),
                        Map.entry("AIRFLOW__API_AUTH__JWT_LEEWAY", "0"),
                        Map.entry("AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL", "2"),
                        Map.entry("AIRFLOW__SCHEDULER__SCHEDULER_HEARTBEAT_SEC", "1"),
                        Map.entry("AIRFLOW__USAGE_DATA_COLLECTION__ENABLED", "False")));
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("standalone.log").toFile());
        LiveAirflow airflow = new LiveAirflow(builder.start(), server, home, port);
        airflow.awaitHealth();
        return airflow;
    }

    private static String connection(Database database) {
        return database.url()
                .replaceFirst(
                        "^jdbc:postgresql://",
                        "postgresql+psycopg2://" + database.user() + ":" + database.password() + "@");
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    private void awaitHealth() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest request = HttpRequest.newBuilder(url().resolve("/api/v2/monitor/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (!isHealthy(request)) {
            assertThat(process.isAlive())
                    .as("airflow standalone runs:%n%s", log())
                    .isTrue();
            assertThat(System.nanoTime())
                    .as("it is healthy in time:%n%s", log())
                    .isLessThan(end);
            Thread.sleep(500);
        }
    }

    private static boolean isHealthy(HttpRequest request) throws InterruptedException {
        try {
            String body = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return body.split("\"healthy\"", -1).length > 4; // database, scheduler, triggerer, DAG processor
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What it said; without the lines that tell the password. */
    String log() throws IOException {
        return Files.readString(home.resolve("standalone.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        Stream<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()));
        all.toList().forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            Files.copy(
                    home.resolve("standalone.log"),
                    Path.of("target/airflow-standalone.log"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            server.close();
        }
    }
}
