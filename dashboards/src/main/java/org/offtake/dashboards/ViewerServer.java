package org.offtake.dashboards;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.offtake.serving.Database;

/**
 * The web viewer on 127.0.0.1: reads schema mart, keeps what people say of signals, and opens with a link that works
 * once.
 */
public final class ViewerServer implements AutoCloseable {
    /** Where the viewer is found unless someone chooses another port. */
    public static final int USUAL_PORT = 8321;

    private static final String LOOPBACK = "127.0.0.1";
    private static final byte[] LOOPBACK_BYTES = {127, 0, 0, 1};
    private static final int AT_ONCE = 8;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Tokens tokens;

    private ViewerServer(HttpServer server, ExecutorService threads, Tokens tokens) {
        this.server = server;
        this.threads = threads;
        this.tokens = tokens;
    }

    /**
     * Reads the dashboards and begins to serve them.
     *
     * @param reader sees schema mart and {@code app.run}; all figures come through it
     * @param owner keeps the hashes of one-time links in {@code app.viewer_token} and follow-ups in {@code
     *     app.signal_followup}; used for nothing else
     * @param dashboardFolders hold {@code <name>/dashboard.yml}; of two with the same name the last one stands
     * @param port 0 for a free one
     * @param companies give names to company codes, and a currency to amounts in the company's money
     * @param clock tells on which business day something is said
     * @throws ViewerException when the port is taken or there is no dashboard
     * @throws org.offtake.models.ContractException naming file and line of a dashboard that cannot be used
     */
    public static ViewerServer start(
            Database reader,
            Database owner,
            List<Path> dashboardFolders,
            int port,
            List<Company> companies,
            Clock clock) {
        List<Dashboard> dashboards = Dashboard.readAll(dashboardFolders);
        if (dashboards.isEmpty()) {
            throw new ViewerException(
                    "There is no <name>/dashboard.yml in " + dashboardFolders + ". Correct the folders", false);
        }
        HttpServer server = bind(port);
        int taken = server.getAddress().getPort();
        Tokens tokens = new Tokens(owner);
        Routes routes = new Routes(
                dashboards,
                new Entrance(tokens, new Sessions(taken)),
                new DashboardAnswer(reader, dashboards, List.copyOf(companies)),
                new RowsAnswer(reader, List.copyOf(companies)),
                new SignalAnswer(reader, dashboards, List.copyOf(companies)),
                new FollowupForm(reader, owner, List.copyOf(companies), clock));
        ExecutorService threads = threads();
        server.setExecutor(threads);
        server.createContext("/", new Guard(taken, routes));
        server.start();
        return new ViewerServer(server, threads, tokens);
    }

    private static HttpServer bind(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK_BYTES), port), 0);
        } catch (BindException taken) {
            throw new ViewerException(
                    "Port " + port + " on " + LOOPBACK + " is taken, perhaps by another viewer."
                            + " Stop that one, or choose another port (0 for a free one)",
                    true);
        } catch (IOException | IllegalArgumentException wrong) {
            throw new ViewerException(
                    "Cannot listen on port " + port + " of " + LOOPBACK + ": " + wrong.getMessage()
                            + ". Choose a port from 1024 to 65535, or 0 for a free one",
                    false);
        }
    }

    private static ExecutorService threads() {
        AtomicInteger count = new AtomicInteger();
        return Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "viewer-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** A new address that opens the viewer once, within twelve hours; each call makes another one. */
    public String link() {
        return "http://" + LOOPBACK + ":" + port() + "/?token=" + tokens.issue();
    }

    /** Stops listening; requests that are under way are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
