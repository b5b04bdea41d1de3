package org.offtake.outbound.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One system that is spoken to over HTTP in JSON.
 *
 * <p>What may be sent twice is sent again when the answer was lost, and when the system says that it is busy; after its own
 * {@code Retry-After}, or after a pause that doubles. Redirects are not followed, so that no key goes where it was not meant for.
 */
public final class Api {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final int TRIES = 4;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final String name;
    private final URI base;
    private final Authentication authentication;
    private final Duration patience;
    private final Pause pause;
    private final HttpClient client;

    /**
     * @param name how people call the system, for messages
     * @param base where it is; its paths begin behind it
     * @param patience how long an answer is waited for
     */
    public Api(String name, URI base, Authentication authentication, Duration patience) {
        this(name, base, authentication, patience, Pause.REAL);
    }

    Api(String name, URI base, Authentication authentication, Duration patience, Pause pause) {
        this.name = name;
        this.base = base;
        this.authentication = authentication;
        this.patience = patience;
        this.pause = pause;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The good answer; what is not one becomes an {@link ApiException}. */
    public Answer call(Call call) {
        Map<String, String> headers = authentication.headers();
        HttpResponse<String> response = send(call, headers);
        if (response.statusCode() == UNAUTHORIZED && authentication.renew(headers)) {
            response = send(call, authentication.headers());
        }
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            throw refused(call, response);
        }
        return new Answer(call, status, response.body());
    }

    /** The good answer to a question for something by its path; empty where there is no such thing. */
    public Optional<Answer> find(Call call) {
        try {
            return Optional.of(call(call));
        } catch (ApiException refused) {
            if (refused.is(NOT_FOUND)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private HttpResponse<String> send(Call call, Map<String, String> headers) {
        HttpRequest request = request(call, headers);
        try {
            for (int attempt = 1; call.repeatable() && attempt < TRIES; attempt++) {
                Optional<HttpResponse<String>> response = tried(request);
                if (response.isPresent() && !BUSY.contains(response.get().statusCode())) {
                    return response.get();
                }
                Optional<String> asked = response.flatMap(busy -> busy.headers().firstValue("Retry-After"));
                pause.lasts(Pause.after(attempt, asked));
            }
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw away(call, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away(call, stopped);
        }
    }

    /** Empty when the answer was lost; nobody there at all is a failure at once. */
    private Optional<HttpResponse<String>> tried(HttpRequest request) throws IOException, InterruptedException {
        try {
            return Optional.of(client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (ConnectException | HttpConnectTimeoutException away) {
            throw away;
        } catch (IOException lost) {
            return Optional.empty();
        }
    }

    private HttpRequest request(Call call, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(trimmed() + call.target()))
                .timeout(patience)
                .header("Accept", call.accept());
        headers.forEach(request::header);
        call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
        BodyPublisher body =
                call.body().map(json -> BodyPublishers.ofString(written(json))).orElse(BodyPublishers.noBody());
        return request.method(call.method(), body).build();
    }

    private String trimmed() {
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String written(JsonNode json) {
        try {
            return Answer.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree cannot be written", impossible);
        }
    }

    private ApiException refused(Call call, HttpResponse<String> response) {
        int status = response.statusCode();
        String detail = redacted(Detail.of(response.body()));
        boolean busy = BUSY.contains(status);
        String nextStep =
                switch (status) {
                    case UNAUTHORIZED -> "correct the user and password, or the key, of " + name;
                    case FORBIDDEN -> "give that user the right for it in " + name;
                    case NOT_FOUND -> "see whether it is there, and whether the address is that of " + name;
                    default ->
                        busy
                                ? "try again when it is less busy"
                                : status >= 500 ? "read the log of " + name : "correct what it says";
                };
        String target = response.headers()
                .firstValue("Location")
                .map(location -> "; it points to " + redacted(location))
                .orElse("");
        String message = name + " (" + base + ") refused " + call.method() + " " + call.path() + " with " + status
                + (detail.isEmpty() ? "" : ": " + detail) + target + "; " + nextStep;
        return new ApiException(message, status, detail, busy || status >= 500);
    }

    private ApiException away(Call call, Exception failure) {
        String reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new ApiException(
                name + " (" + base + ") did not answer " + call.method() + " " + call.path() + ": " + redacted(reason)
                        + "; see whether it is running and whether the address is right",
                0,
                "",
                true);
    }

    private String redacted(String text) {
        String clean = text;
        for (String secret : authentication.secrets()) {
            clean = secret.isBlank() ? clean : clean.replace(secret, "***");
        }
        return clean;
    }

    @Override
    public String toString() {
        return name + " (" + base + ")";
    }
}
