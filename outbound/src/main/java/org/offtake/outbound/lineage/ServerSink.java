package org.offtake.outbound.lineage;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.offtake.outbound.http.Answer;
import org.offtake.outbound.http.Api;
import org.offtake.outbound.http.Authentication;
import org.offtake.outbound.http.Call;

/** Sends events to a server that takes OpenLineage, one at a time. */
public final class ServerSink implements Sink {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATH = "/api/v1/lineage";

    private final Api api;

    /**
     * @param url of the server; the events go to {@value #PATH} below it
     * @param key sent as bearer token; empty where none is asked for
     */
    public ServerSink(URI url, Optional<String> key) {
        Authentication authentication = key.map(secret -> Authentication.key("Authorization", "Bearer " + secret))
                .orElseGet(Authentication::none);
        this.api = new Api("the lineage server", url, authentication, PATIENCE);
    }

    @Override
    public void take(List<String> events) {
        events.forEach(event -> api.call(Call.post(PATH, Answer.json(event)).asRepeatable()));
    }
}
