package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers as Metabase does, keeps what it is told, and remembers every exchange. */
public final class StandIn implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final Store store = new Store();
    private final PermissionDesk permissions = new PermissionDesk(store);
    private final EntryDesk entry;
    private final CardDesk cards;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Exchange> ever = new ArrayList<>();
    private int untilBreak = -1;
    private boolean tables;

    private StandIn(HttpServer server, String version) {
        this.server = server;
        this.entry = new EntryDesk(version);
        this.cards = new CardDesk(store, version.startsWith("v0.65"));
    }

    /** One that nobody has set up, of this version. */
    public static StandIn fresh(String version) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StandIn standIn = new StandIn(server, version);
            server.createContext("/", standIn::answer);
            server.start();
            return standIn;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** With an administrator. */
    public StandIn withUser(String user, String password) {
        entry.letIn(user, password);
        return this;
    }

    public StandIn withKey(String key, boolean administrator) {
        entry.key(key, administrator);
        return this;
    }

    public void endSessions() {
        entry.endSessions();
    }

    public void conflict(int times) {
        permissions.conflict(times);
    }

    /** Does so many more writes; the last of them it does, and then says that it failed. */
    public void breakAfter(int writes) {
        untilBreak = writes;
    }

    /** Gives every card back as a table, as no version does that is known. */
    public void showAllAsTables() {
        tables = true;
    }

    public Store store() {
        return store;
    }

    /** Who may see which collection. */
    public ObjectNode collectionGraph() {
        return permissions.collections();
    }

    /** Who may ask which database. */
    public ObjectNode dataGraph() {
        return permissions.data();
    }

    /** All exchanges that there ever were. */
    public synchronized List<Exchange> everything() {
        return List.copyOf(ever);
    }

    /** All exchanges since it was asked last. */
    public synchronized List<Exchange> exchanges() {
        List<Exchange> all = List.copyOf(exchanges);
        exchanges.clear();
        return all;
    }

    /** Has something without anybody having sent it. */
    public void keep(String kind, ObjectNode thing) {
        store.add(kind, thing);
    }

    /** Does to it what a person does in its pages. */
    public ObjectNode byHand(String method, String path, ObjectNode body) {
        Reply reply = desks(new Asked(method, path, Map.of(), body)).orElseThrow();
        if (reply.status() != 200) {
            throw new AssertionError(path + ": " + reply);
        }
        return (ObjectNode) reply.body();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Optional<JsonNode> request = body.isEmpty() ? Optional.empty() : Optional.of(MAPPER.readTree(body));
            Asked asked = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query(exchange.getRequestURI()),
                    request.map(ObjectNode.class::cast).orElseGet(Store.JSON::objectNode));
            Reply reply = broken(asked, reply(asked, exchange));
            Exchange held = new Exchange(
                    asked.method(), asked.path(), asked.query(), request, reply.status(), Optional.of(reply.body()));
            exchanges.add(held);
            ever.add(held);
            String written = reply.body().isTextual()
                    ? reply.body().asText()
                    : reply.body().toString();
            byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add("Content-Type", reply.body().isTextual() ? "text/plain" : "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply broken(Asked asked, Reply reply) {
        if (tables && asked.is("GET", "card", "*") && reply.status() == 200) {
            ((ObjectNode) reply.body()).put("display", "table");
        }
        boolean writes = !asked.method().equals("GET") && reply.status() == 200;
        return writes && --untilBreak == 0 ? Reply.refused(500, "Out of memory") : reply;
    }

    private Reply reply(Asked asked, HttpExchange exchange) {
        Optional<Reply> open = entry.answer(asked);
        if (open.isPresent()) {
            return open.get();
        }
        return entry.refusal(exchange.getRequestHeaders(), asked.method())
                .or(() -> desks(asked))
                .orElseGet(Reply::missing);
    }

    private Optional<Reply> desks(Asked asked) {
        return Stream.<java.util.function.Function<Asked, Optional<Reply>>>of(
                        permissions::answer,
                        new DatabaseDesk(store, permissions)::answer,
                        new CollectionDesk(store, permissions)::answer,
                        cards::answer,
                        new DashboardDesk(store, cards)::answer)
                .map(desk -> desk.apply(asked))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
