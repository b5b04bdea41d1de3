package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** A request, and what it was answered. */
public record Exchange(
        String method,
        String path,
        Map<String, String> query,
        Optional<JsonNode> request,
        int status,
        Optional<JsonNode> answer) {

    /** Whether it is meant to change something that people see. */
    public boolean writes() {
        return !method.equals("GET") && !path.equals("/api/session");
    }

    @Override
    public String toString() {
        return method + " " + path + " " + status;
    }
}
