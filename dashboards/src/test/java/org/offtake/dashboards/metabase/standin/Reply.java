package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What a desk answers. */
record Reply(int status, JsonNode body) {
    static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }

    /** Metabase says some refusals as bare text. */
    static Reply refused(int status, String text) {
        return new Reply(status, JsonNodeFactory.instance.textNode(text));
    }

    static Reply missing() {
        return refused(404, "Not found.");
    }

    /** A field that is wrong. */
    static Reply wrong(String field, String why) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("errors").put(field, why);
        return new Reply(400, body);
    }
}
