package org.offtake.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** What is sent to Metabase, in its smallest form, to be spoilt. */
final class MetabaseBodies {
    private MetabaseBodies() {}

    static ObjectNode place(Consumer<ObjectNode> change) {
        ObjectNode body = MetabaseDesk.object();
        ObjectNode place = body.putArray("dashcards").addObject();
        place.put("id", -1)
                .put("card_id", 3)
                .put("row", 0)
                .put("col", 0)
                .put("size_x", 4)
                .put("size_y", 4);
        place.put("dashboard_tab_id", 1).putArray("series");
        place.putArray("parameter_mappings");
        place.putObject("visualization_settings");
        change.accept(place);
        return body;
    }

    static ObjectNode filter(Consumer<ObjectNode> change) {
        ObjectNode body = MetabaseDesk.object();
        ObjectNode filter = body.putArray("parameters").addObject();
        filter.put("id", "abc")
                .put("name", "A")
                .put("slug", "a")
                .put("type", "string/=")
                .put("sectionId", "string");
        change.accept(filter);
        return body;
    }

    static ObjectNode tab() {
        ObjectNode body = MetabaseDesk.object();
        body.putArray("tabs").addObject().put("id", -1);
        return body;
    }

    static ObjectNode card(Consumer<ObjectNode> change) {
        ObjectNode card =
                MetabaseDesk.object().put("name", "A").put("display", "table").put("type", "question");
        card.putObject("dataset_query");
        card.putObject("visualization_settings");
        change.accept(card);
        return card;
    }

    static ObjectNode graph() {
        ObjectNode graph = MetabaseDesk.object().put("revision", 1);
        graph.putObject("groups").putObject("3").put("5", "curate");
        return graph;
    }

    static ObjectNode database() {
        ObjectNode database = MetabaseDesk.object()
                .put("name", "A")
                .put("engine", "postgresql")
                .put("is_full_sync", true);
        database.put("is_on_demand", false)
                .put("connection_source", "admin")
                .putObject("details")
                .put("host", "a");
        return database;
    }

    static ObjectNode setup() {
        ObjectNode setup = MetabaseDesk.object().put("token", "a");
        setup.putObject("prefs").put("site_name", "A");
        setup.putObject("user").put("email", "a@example.com");
        return setup;
    }

    static ObjectNode login() {
        return MetabaseDesk.object().put("username", "a").put("password", "b").put("more", true);
    }
}
