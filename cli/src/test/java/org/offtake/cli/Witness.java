package org.offtake.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Stands between a client and a server, holds each request and answer against the server's own description of them, and loses
 * or alters an answer when it is told to.
 */
final class Witness implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DESCRIPTION = "http://description/openapi.json";

    private final URI server;
    private final HttpServer door;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonNode description;
    private final SchemaRegistry schemas;
    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile Optional<Turn> next = Optional.empty();

    private record Said(int status, String body) {}

    /** @param answer what the client hears in the place of what the server said */
    private record Turn(Pattern request, Function<Said, Optional<Said>> answer) {}

    Witness(URI server) throws IOException, InterruptedException {
        this.server = server;
        String text = client.send(
                        HttpRequest.newBuilder(server.resolve("/openapi.json")).build(), BodyHandlers.ofString())
                .body();
        this.description = JSON.readTree(text);
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DESCRIPTION, text)));
        this.door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setExecutor(Executors.newCachedThreadPool());
        door.createContext("/", this::pass);
        door.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
    }

    /** What was asked, in order: method, path and the status of the answer. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    /** Requests and answers that are not as the server describes them. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Keeps the answer to the next request that matches: it is done, and the client does not hear of it. */
    void losesTheAnswerTo(String request) {
        turn(request, said -> Optional.empty());
    }

    /** As {@link #losesTheAnswerTo}, as a proxy does that waits no longer. */
    void saysInsteadOfTheAnswerTo(String request, int status) {
        turn(request, said -> Optional.of(new Said(status, "")));
    }

    /** Says something else in the answer to the next request that matches. */
    void altersTheAnswerTo(String request, UnaryOperator<String> body) {
        turn(request, said -> Optional.of(new Said(said.status(), body.apply(said.body()))));
    }

    private void turn(String request, Function<Said, Optional<Said>> answer) {
        next = Optional.of(new Turn(Pattern.compile(request), answer));
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String header : List.of("Authorization", "Accept", "Content-Type")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                    .ifPresent(value -> request.header(header, value));
        }
        HttpResponse<byte[]> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        String line =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        seen.add(line + " " + response.statusCode());
        hold(exchange, body, response);
        Said said = new Said(response.statusCode(), text(response.body()));
        Optional<Turn> turn = next.filter(it -> it.request().matcher(line).find());
        turn.ifPresent(it -> next = Optional.empty());
        Optional<Said> heard = turn.isPresent() ? turn.get().answer().apply(said) : Optional.of(said);
        if (heard.isPresent()) {
            byte[] octets = heard.get().body().getBytes(StandardCharsets.UTF_8);
            response.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                    .set("Content-Type", type));
            exchange.sendResponseHeaders(heard.get().status(), octets.length == 0 ? -1 : octets.length);
            exchange.getResponseBody().write(octets);
        }
        exchange.close();
    }

    private void hold(HttpExchange exchange, byte[] body, HttpResponse<byte[]> response) {
        String path = exchange.getRequestURI().getRawPath();
        if (!path.startsWith("/api/v2/")) {
            return; // signing in is described by whoever manages users
        }
        wrong.addAll(differences(
                exchange.getRequestMethod(),
                path,
                Optional.of(text(body)).filter(text -> !text.isEmpty()),
                response.statusCode(),
                text(response.body())));
    }

    /** How a request and its answer differ from what the server says of them. */
    List<String> differences(String method, String path, Optional<String> sent, int status, String received) {
        String call = method + " " + path + " " + status;
        Optional<String> template = template(path, method);
        if (template.isEmpty()) {
            return List.of(call + ": there is no such path");
        }
        List<String> differences = new ArrayList<>();
        String operation = "/paths/" + pointer(template.get()) + "/" + method.toLowerCase(Locale.ROOT);
        sent.ifPresent(text ->
                differences.addAll(errors(call, operation + "/requestBody/content/application~1json/schema", text)));
        String answer = operation + "/responses/" + status;
        if (description.at(answer).isMissingNode()) {
            differences.add(call + ": there is no such answer");
        } else if (!received.isEmpty()) {
            differences.addAll(errors(call, answer + "/content/application~1json/schema", received));
        }
        return differences;
    }

    private List<String> errors(String call, String pointer, String text) {
        if (description.at(pointer).isMissingNode()) {
            return List.of(call + ": there is no such body");
        }
        try {
            Schema schema = schemas.getSchema(SchemaLocation.of(DESCRIPTION + "#" + pointer));
            List<Error> errors = schema.validate(JSON.readTree(text));
            return errors.stream().map(error -> call + ": " + error).toList();
        } catch (IOException notJson) {
            return List.of(call + ": is not JSON");
        }
    }

    /** The path of the description that this one is an instance of; one with fewer names in it goes before. */
    private Optional<String> template(String path, String method) {
        return StreamSupport.stream(
                        ((Iterable<String>) () -> description.path("paths").fieldNames()).spliterator(), false)
                .filter(template -> path.matches(
                        Pattern.compile("\\{[^}]+}").matcher(template).replaceAll("[^/]+")))
                .filter(template -> description.path("paths").path(template).has(method.toLowerCase(Locale.ROOT)))
                .collect(Collectors.groupingBy(template -> template.split("\\{", -1).length))
                .entrySet()
                .stream()
                .min(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().get(0));
    }

    private static String pointer(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        door.stop(0);
    }
}
