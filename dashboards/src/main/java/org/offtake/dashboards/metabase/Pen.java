package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.offtake.outbound.http.Api;
import org.offtake.outbound.http.Call;

/** Who writes in Metabase; one writes, another only says what would be written. */
interface Pen {
    /** Makes a thing and gives it back with its number. */
    JsonNode create(String path, ObjectNode body);

    void update(Call call);

    /** Whether what it creates is really there. */
    boolean writes();

    static Pen writing(Api api) {
        return new Pen() {
            @Override
            public JsonNode create(String path, ObjectNode body) {
                return api.call(Call.post(path, body)).json();
            }

            @Override
            public void update(Call call) {
                api.call(call);
            }

            @Override
            public boolean writes() {
                return true;
            }
        };
    }

    /** Gives what would be created a number below zero, which is nobody's. */
    static Pen dry() {
        return new Pen() {
            private long next = -1;

            @Override
            public JsonNode create(String path, ObjectNode body) {
                return body.deepCopy().put("id", next--);
            }

            @Override
            public void update(Call call) {
                // nothing is written
            }

            @Override
            public boolean writes() {
                return false;
            }
        };
    }
}
