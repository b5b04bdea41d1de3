package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntranceTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final String FIGURES = "/api/dashboard/sales-at-a-glance";

    private ViewerServer viewer;

    @BeforeAll
    void open() {
        WAREHOUSE.migrate();
        viewer = WAREHOUSE.viewer();
    }

    @AfterAll
    void close() {
        viewer.close();
    }

    @Test
    void without_a_link_there_are_no_figures() {
        Visitor stranger = new Visitor(viewer);
        assertThat(stranger.get(FIGURES).statusCode()).isEqualTo(401);
        assertThat(stranger.get("/dashboard/sales-at-a-glance").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/", "Accept-Language", "nl-NL,nl;q=0.9").body())
                .contains("Je bent niet aangemeld")
                .contains("./offtake serve");
        assertThat(stranger.get("/", "Accept-Language", "de,fr").body()).contains("You are not signed in");
        assertThat(stranger.get(FIGURES, "Cookie", "offtake_" + viewer.port() + "=guess")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_link_opens_once_and_only_its_hash_is_kept() throws SQLException {
        String link = viewer.link();
        String token = link.substring(link.indexOf('=') + 1);
        HttpResponse<String> welcome = new Visitor(viewer).open(link);
        assertThat(welcome.statusCode()).isEqualTo(200);
        assertThat(welcome.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .doesNotContain(token);
        assertThat(welcome.body()).doesNotContain(token);

        HttpResponse<String> again = new Visitor(viewer).open(link);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.body()).contains("This link was used before").contains("./offtake serve");
        assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();

        try (Connection connection = WAREHOUSE.owner().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from app.viewer_token where token_hash = '\\x"
                        + HexFormat.of().formatHex(token.getBytes(StandardCharsets.UTF_8)) + "'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void an_expired_link_and_an_invented_one_say_so() {
        String link = viewer.link();
        WAREHOUSE.run("update app.viewer_token set expires_at = clock_timestamp() - interval '1 second'"
                + " where used_at is null");
        assertThat(new Visitor(viewer).open(link).body()).contains("This link has expired");
        assertThat(new Visitor(viewer)
                        .get("/?token=' or true --".replace(" ", "%20"))
                        .body())
                .contains("This link is not right");
    }

    @Test
    void a_browser_that_looks_ahead_does_not_use_the_link_up() {
        String link = viewer.link();
        Visitor visitor = new Visitor(viewer);
        HttpRequest.Builder ahead =
                HttpRequest.newBuilder(URI.create(link)).header("Sec-Purpose", "prefetch;prerender");
        assertThat(visitor.send(ahead).statusCode()).isEqualTo(503);
        assertThat(visitor.open(link).statusCode()).isEqualTo(200);
        assertThat(visitor.get(FIGURES).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"})
    void only_reading_is_answered(String method) {
        Visitor visitor = Visitor.signedIn(viewer);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + viewer.port() + FIGURES))
                .method(method, BodyPublishers.noBody());
        HttpResponse<String> response = visitor.send(request);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void another_name_for_this_machine_is_refused() throws IOException {
        for (String host : List.of("evil.example:" + viewer.port(), "127.0.0.1", "127.0.0.1.evil.example", "")) {
            assertThat(Visitor.raw(viewer.port(), "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .contains("421");
        }
        assertThat(Visitor.raw(
                        viewer.port(),
                        "GET / HTTP/1.1\r\nHost: localhost:" + viewer.port() + "\r\nConnection: close\r\n\r\n"))
                .contains("401");
    }

    @Test
    void every_answer_carries_the_headers_that_keep_others_out() {
        Visitor visitor = Visitor.signedIn(viewer);
        for (String path : List.of(
                "/dashboard/sales-at-a-glance",
                FIGURES,
                "/static/main.js",
                "/static/../secret",
                "/nothing",
                "/api//")) {
            HttpResponse<String> response = visitor.get(path);
            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
        }
        assertThat(visitor.get(FIGURES).headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(visitor.get("/static/../secret").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/static/%2e%2e%2fshell.html").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/static/echarts.js").body()).hasSizeGreaterThan(300_000);
    }

    @Test
    void a_taken_port_is_named() {
        ViewerException taken = catchThrowableOfType(
                ViewerException.class,
                () -> ViewerServer.start(
                        WAREHOUSE.reader(),
                        WAREHOUSE.owner(),
                        List.of(Warehouse.DASHBOARDS),
                        viewer.port(),
                        List.of(),
                        Warehouse.CLOCK));
        assertThat(taken).hasMessageContaining("Port " + viewer.port()).hasMessageContaining("choose another port");
        assertThat(taken.retry()).isTrue();
    }

    @Test
    void nobody_but_this_machine_can_connect() {
        assertThat(viewer.link()).startsWith("http://127.0.0.1:" + viewer.port() + "/?token=");
    }
}
