package org.offtake.dashboards;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which address gives what; everything but the entrance and the looks needs a session. */
final class Routes {
    private static final Set<String> SHELL_PARAMETERS = Set.of("token", "lang");

    private final List<Dashboard> dashboards;
    private final Entrance entrance;
    private final DashboardAnswer figures;
    private final RowsAnswer rows;
    private final SignalAnswer signals;
    private final FollowupForm followups;

    Routes(
            List<Dashboard> dashboards,
            Entrance entrance,
            DashboardAnswer figures,
            RowsAnswer rows,
            SignalAnswer signals,
            FollowupForm followups) {
        this.dashboards = List.copyOf(dashboards);
        this.entrance = entrance;
        this.figures = figures;
        this.rows = rows;
        this.signals = signals;
        this.followups = followups;
    }

    /** Whether people write something down at this address. */
    static boolean takesForm(URI uri) {
        List<String> path = List.of(uri.getRawPath().split("/", -1));
        return path.size() == 6
                && uri.getRawPath().startsWith("/api/signal/")
                && path.get(5).equals("followups");
    }

    void answer(HttpExchange exchange) throws IOException, SQLException {
        Address address = Address.of(exchange.getRequestURI());
        String acceptLanguage = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Language"))
                .orElse("");
        Language language = address.language(acceptLanguage);
        String first = address.segments().get(0);
        if (first.equals("static") && address.segments().size() == 2) {
            StaticFiles.of(address.segments().get(1))
                    .orElseGet(Routes::nothingHere)
                    .send(exchange);
            return;
        }
        Optional<String> token = address.value("token").filter(present -> first.isEmpty());
        if (token.isPresent()) {
            address.only(SHELL_PARAMETERS);
            entrance.enter(exchange, token.get(), language).send(exchange);
            return;
        }
        if (!entrance.admits(exchange)) {
            Reply closed = first.equals("api")
                    ? Reply.problem(401, "You are not signed in. Open the viewer with a fresh link")
                    : entrance.closed(language);
            closed.send(exchange);
            return;
        }
        inside(exchange, address, language);
    }

    private void inside(HttpExchange exchange, Address address, Language language) throws IOException, SQLException {
        List<String> path = address.segments();
        String place = String.join("/", path.subList(0, Math.min(2, path.size())));
        if (path.size() == 1 && path.get(0).isEmpty()) {
            toFirstDashboard(exchange);
        } else if (path.get(0).equals("dashboard")
                && path.size() == 2
                && dashboard(path.get(1)).isPresent()) {
            StaticFiles.shell(language).send(exchange);
        } else if (path.get(0).equals("rows") && path.size() == 3 && item(path).isPresent()) {
            StaticFiles.shell(language).send(exchange);
        } else if (path.get(0).equals("signal")
                && path.size() == 3
                && dashboard(path.get(1)).isPresent()) {
            StaticFiles.shell(language).send(exchange);
        } else if (place.equals("api/signal")
                && path.size() >= 4
                && dashboard(path.get(2)).isPresent()) {
            signal(exchange, address, language, path);
        } else if (place.equals("api/dashboard")
                && path.size() == 3
                && dashboard(path.get(2)).isPresent()) {
            Dashboard dashboard = dashboard(path.get(2)).orElseThrow();
            Reply.json(200, figures.to(dashboard, address, language)).send(exchange);
        } else if (place.equals("api/rows")
                && path.size() == 4
                && item(path.subList(1, 4)).isPresent()) {
            rows(exchange, address, language, path.subList(1, 4));
        } else {
            nothingHere().send(exchange);
        }
    }

    private void signal(HttpExchange exchange, Address address, Language language, List<String> path)
            throws IOException, SQLException {
        String signal = path.get(3);
        if (exchange.getRequestMethod().equals("POST")) {
            followups.take(signal, exchange.getRequestBody()).send(exchange);
        } else if (path.size() == 4) {
            signals.to(dashboard(path.get(2)).orElseThrow(), signal, address, language)
                    .map(json -> Reply.json(200, json))
                    .orElseGet(Routes::nothingHere)
                    .send(exchange);
        } else {
            nothingHere().send(exchange);
        }
    }

    private void rows(HttpExchange exchange, Address address, Language language, List<String> path)
            throws IOException, SQLException {
        Dashboard dashboard = dashboard(path.get(1)).orElseThrow();
        Item item = item(path).orElseThrow();
        if (!address.value("format").orElse("json").equals("csv")) {
            Reply.json(200, rows.page(dashboard, item, address, language)).send(exchange);
            return;
        }
        rows.download(dashboard, item, address, language, fileName -> {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/csv; charset=utf-8");
            headers.set("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            return exchange.getResponseBody();
        });
    }

    private void toFirstDashboard(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .set("Location", "/dashboard/" + dashboards.get(0).name());
        new Reply(303, "text/plain", new byte[0], "no-store").send(exchange);
    }

    private Optional<Dashboard> dashboard(String name) {
        return dashboards.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private Optional<Item> item(List<String> path) {
        return dashboard(path.get(1)).flatMap(dashboard -> dashboard.item(path.get(2)));
    }

    private static Reply nothingHere() {
        return Reply.problem(404, "There is nothing at this address. Begin again at /");
    }
}
