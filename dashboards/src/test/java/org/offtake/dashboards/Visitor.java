package org.offtake.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Someone who visits the viewer over HTTP, and keeps the cookie as a browser would. */
final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private String cookie = "";
    private final int port;

    Visitor(ViewerServer viewer) {
        this.port = viewer.port();
    }

    /** A visitor who came in by a fresh link. */
    static Visitor signedIn(ViewerServer viewer) {
        Visitor visitor = new Visitor(viewer);
        visitor.open(viewer.link());
        return visitor;
    }

    HttpResponse<String> open(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpRequest.Builder carrying = cookie.isEmpty() ? request : request.header("Cookie", cookie);
            HttpResponse<String> response =
                    client.send(carrying.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
            return response;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return parsed(response.body());
    }

    static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException wrong) {
            throw new IllegalStateException(body, wrong);
        }
    }

    static JsonNode item(JsonNode answer, String name) {
        for (JsonNode item : answer.get("items")) {
            if (item.get("name").asText().equals(name)) {
                return item;
            }
        }
        throw new IllegalStateException("no item " + name);
    }

    /** The status line of a request written by hand. */
    static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
