package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of Metabase, as a person types them. */
class MetabaseTest {
    private static final String PASSWORD = "planted-Password-3";

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_plan_says_what_is_to_be_made_and_what_is_lacking_is_told_with_its_next_step() throws IOException {
        Shop shop = Shop.in(folder);
        Answer unnamed = shop.run("metabase", "plan");
        assertThat(unnamed.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(unnamed.err()).contains("no Metabase is configured; name its 'url' under 'metabase'");

        int away = freePort();
        add(
                shop,
                "metabase: {url: \"http://127.0.0.1:" + away + "\", user: admin@example.com, password: " + PASSWORD
                        + "}\n");
        assertThat(shop.run("metabase", "plan").err()).contains("nothing is published yet");

        assertThat(shop.run("schedule", "status").code()).isZero(); // has the database of the warehouse made
        Answer elsewhere = shop.run("metabase", "plan");
        assertThat(elsewhere.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(elsewhere.err()).contains("on another port each time; set 'port' under 'serving'");

        add(shop, "serving: {port: " + freePort() + "}\n");
        Answer gone = shop.run("metabase", "drift");
        assertThat(gone.code()).isZero(); // nothing was published, so there is nothing to ask
        gone = shop.run("metabase", "publish");
        assertThat(gone.code()).isEqualTo(ExitCode.AWAY_OR_BUSY);
        assertThat(gone.err())
                .contains("did not answer GET /api/session/properties")
                .doesNotContain(PASSWORD);

        HttpServer fresh = answering(away, "v0.65.2");
        try {
            Answer plan = shop.run("metabase", "plan", "--format", "csv");
            assertThat(plan.code()).isZero();
            assertThat(plan.out())
                    .startsWith("action,kind,slug,name,id,fields\ncreate,setup,administrator,shop,,\n")
                    .contains("create,database,management,Offtake management (shop),,\n")
                    .contains("create,collection,root,Offtake,,\n")
                    .contains("create,card,nl/signals/to_call,\"Wie te bellen, het meeste geld eerst\",,\n")
                    .contains("create,dashboard,en/sales-at-a-glance,Sales at a glance,,\n");
            assertThat(plan.err())
                    .contains("role salesperson: may see rows of its own only")
                    .contains("signals: following up on a signal is done in the viewer")
                    .doesNotContain(PASSWORD);
        } finally {
            fresh.stop(0);
        }
        HttpServer old = answering(away, "v0.49.3");
        try {
            Answer refused = shop.run("metabase", "publish");
            assertThat(refused.code()).isEqualTo(ExitCode.OUR_MISTAKE);
            assertThat(refused.err()).contains("is v0.49.3, and this Offtake knows v0.57 to v0.65");
        } finally {
            old.stop(0);
        }
    }

    private static void add(Shop shop, String lines) throws IOException {
        Files.writeString(shop.configuration(), lines, StandardOpenOption.APPEND);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HttpServer answering(int port, String version) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        byte[] answer = ("{\"setup-token\": \"one\", \"has-user-setup\": false, \"version\": {\"tag\": \"" + version
                        + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/api/session/properties", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        return server;
    }
}
