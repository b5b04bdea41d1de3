package org.offtake.dashboards;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.offtake.serving.ServingException;

/**
 * Stands before every address: only GET, and POST of a form from a page of its own, only to this machine's own name, with
 * the headers that keep others out.
 */
final class Guard implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(Guard.class.getName());
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Set<String> hosts;
    private final Routes routes;

    Guard(int port, Routes routes) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            secure(exchange.getResponseHeaders());
            if (!hosts.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")))) {
                Reply.problem(421, "The viewer answers to 127.0.0.1 and localhost only")
                        .send(exchange);
                return;
            }
            boolean takesForm = Routes.takesForm(exchange.getRequestURI());
            boolean isForm = takesForm && exchange.getRequestMethod().equals("POST");
            if (!isForm && !exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", takesForm ? "GET, POST" : "GET");
                Reply.problem(405, "The viewer only reads here: use GET").send(exchange);
                return;
            }
            if (isForm && !isFromOwnPage(exchange.getRequestHeaders())) {
                Reply.problem(403, "A form is taken from the viewer's own pages only, as JSON")
                        .send(exchange);
                return;
            }
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            routes.answer(exchange);
        } catch (BadRequest wrong) {
            Reply.problem(400, wrong.getMessage()).send(exchange);
        } catch (ServingException | SQLException failure) {
            LOG.log(System.Logger.Level.WARNING, "A request to the viewer failed", failure);
            whenStillPossible(
                    exchange,
                    "The database did not answer. `./offtake status` says whether it is there; then try again");
        } catch (RuntimeException mistake) {
            LOG.log(System.Logger.Level.ERROR, "A request to the viewer failed", mistake);
            whenStillPossible(exchange, "The viewer made a mistake; its log says which");
        }
    }

    /** Once an answer has begun it can only be cut off, which the browser reports as a failed download. */
    private static void whenStillPossible(HttpExchange exchange, String message) throws IOException {
        if (exchange.getResponseCode() == -1) {
            Reply.problem(503, message).send(exchange);
        }
    }

    /** Another site can neither name our origin nor send JSON without being asked first, which nothing here answers. */
    private static boolean isFromOwnPage(Headers headers) {
        String own = "http://" + headers.getFirst("Host");
        return own.equals(headers.getFirst("Origin"))
                && String.valueOf(headers.getFirst("Content-Type")).startsWith("application/json");
    }

    private static void secure(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
}
