package org.offtake.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with a fresh profile. */
final class Chromium implements AutoCloseable {
    private static final long START_MILLIS = 60_000;

    private final Process process;
    private final int port;
    private final List<BrowserPage> pages = new ArrayList<>();

    private Chromium(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** {@code CHROMIUM}, or {@code chromium} on the path. */
    static Optional<Path> program() {
        String named = System.getenv("CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-proxy-server",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolveSibling("chromium.log").toFile())
                .start();
        Path portFile = profile.resolve("DevToolsActivePort");
        long deadline = System.currentTimeMillis() + START_MILLIS;
        while (!Files.exists(portFile) || Files.size(portFile) == 0) {
            if (!process.isAlive() || System.currentTimeMillis() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "Chromium did not start: " + Files.readString(profile.resolveSibling("chromium.log")));
            }
            Thread.sleep(50);
        }
        return new Chromium(
                process, Integer.parseInt(Files.readAllLines(portFile).get(0)));
    }

    /** An empty page of this size, as a browser in this language and colour scheme. */
    BrowserPage page(int width, int height, String language, String colours) {
        try {
            URI fresh = URI.create("http://127.0.0.1:" + port + "/json/new?about:blank");
            HttpRequest request = HttpRequest.newBuilder(fresh)
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .build();
            String answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            BrowserPage page = new BrowserPage(
                    Visitor.parsed(answer).get("webSocketDebuggerUrl").asText());
            page.look(width, height, language, colours);
            pages.add(page);
            return page;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        pages.forEach(BrowserPage::close);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
