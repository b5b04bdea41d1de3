package org.offtake.dashboards.metabase.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A request as the desks read it.
 *
 * @param body an empty object where there is none
 */
record Asked(String method, String path, Map<String, String> query, ObjectNode body) {
    /** The parts of the path behind {@code /api}. */
    List<String> parts() {
        return Arrays.asList(path.substring("/api/".length()).split("/"));
    }

    boolean is(String wantedMethod, String... pattern) {
        List<String> parts = parts();
        if (!method.equals(wantedMethod) || parts.size() != pattern.length) {
            return false;
        }
        for (int index = 0; index < pattern.length; index++) {
            if (!pattern[index].equals("*") && !pattern[index].equals(parts.get(index))) {
                return false;
            }
        }
        return true;
    }
}
