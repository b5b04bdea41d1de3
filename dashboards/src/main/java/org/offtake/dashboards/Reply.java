package org.offtake.dashboards;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What is sent back. */
final class Reply {
    private static final String NEVER = "no-store";

    private final int status;
    private final String type;
    private final byte[] body;
    private final String keep;

    /** The last one says how long a browser may keep it, as {@code Cache-Control} writes it. */
    Reply(int status, String type, byte[] body, String keep) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.keep = keep;
    }

    static Reply json(int status, String json) {
        return new Reply(status, "application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8), NEVER);
    }

    static Reply html(int status, String html) {
        return new Reply(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), NEVER);
    }

    static Reply problem(int status, String message) {
        return json(status, Json.object(json -> json.writeStringField("problem", message)));
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", keep);
        if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
