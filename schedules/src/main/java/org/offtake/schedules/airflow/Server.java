package org.offtake.schedules.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.outbound.http.Answer;
import org.offtake.outbound.http.Api;
import org.offtake.outbound.http.Authentication;
import org.offtake.outbound.http.Call;
import org.offtake.outbound.http.SignIn;

/** A server of Airflow 3: signs in, and reads what comes in pages. */
final class Server {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NAME = "Airflow";
    private static final int PAGE = 100;

    private final Api api;

    /** Signs in with the user and password when the first request is made; the token is kept. */
    Server(URI url, String user, String password) {
        Api open = new Api(NAME, url, Authentication.none(), PATIENCE);
        SignIn signIn = new SignIn("Authorization", "Bearer ", password, () -> {
            KnownVersion.refuseOthers(open);
            ObjectNode who = Airflow.object().put("username", user).put("password", password);
            return open.call(Call.post("/auth/token", who).asRepeatable())
                    .json()
                    .path("access_token")
                    .asText();
        });
        this.api = new Api(NAME, url, signIn, PATIENCE);
    }

    Answer call(Call call) {
        return api.call(call);
    }

    /** Empty where there is no such thing. */
    Optional<Answer> found(Call call) {
        return api.find(call);
    }

    /** All that a list holds, page by page. */
    <T> List<T> pages(Call call, String field, Class<T> type) {
        List<T> all = new ArrayList<>();
        while (true) {
            Answer answer = api.call(call.with("limit", PAGE).with("offset", all.size()));
            JsonNode page = answer.json().path(field);
            page.forEach(one -> all.add(answer.as(one, type)));
            if (page.isEmpty()
                    || all.size() >= answer.json().path("total_entries").asInt()) {
                return all;
            }
        }
    }

    @Override
    public String toString() {
        return api.toString();
    }
}
