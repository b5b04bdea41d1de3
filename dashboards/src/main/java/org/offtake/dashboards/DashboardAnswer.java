package org.offtake.dashboards;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offtake.serving.Database;
import org.offtake.serving.Failure;
import org.offtake.serving.Run;

/** Computes all items of a dashboard in one snapshot. */
final class DashboardAnswer {
    static final Set<String> PARAMETERS = Set.of("company", "from", "to", "lang");

    private final Database reader;
    private final List<Dashboard> dashboards;
    private final List<Company> companies;

    DashboardAnswer(Database reader, List<Dashboard> dashboards, List<Company> companies) {
        this.reader = reader;
        this.dashboards = dashboards;
        this.companies = companies;
    }

    String to(Dashboard dashboard, Address address, Language language) throws SQLException {
        address.only(PARAMETERS);
        try (Snapshot snapshot = Snapshot.open(reader)) {
            Optional<Run> published = snapshot.published();
            Optional<Failure> failed = snapshot.failedSince();
            Optional<Filters> filters =
                    published.map(run -> Filters.of(dashboard, address, run.businessDate(), language));
            Map<Item, Outcome> outcomes = new LinkedHashMap<>();
            Outcome choices = new Rows(List.of("value"), List.of());
            if (filters.isPresent()) {
                choices = snapshot.rows(dashboard.companies(), filters.get());
                for (Item item : dashboard.items()) {
                    outcomes.put(item, snapshot.rows(item.sql(), filters.get()));
                }
            }
            Outcome companyChoices = choices;
            return Json.object(json -> {
                Json.head(json, dashboard, dashboards, companies, language);
                if (published.isPresent() && filters.isPresent()) {
                    Json.run(json, published.get());
                    filters(json, filters.get(), companyChoices);
                }
                if (failed.isPresent()) {
                    Json.failure(json, failed.get());
                }
                items(json, outcomes, language);
            });
        }
    }

    private static void filters(JsonGenerator json, Filters filters, Outcome companyChoices) throws IOException {
        json.writeObjectFieldStart("filters");
        Json.optional(json, "company", filters.company());
        json.writeStringField("from", filters.from().toString());
        json.writeStringField("to", filters.to().toString());
        json.writeArrayFieldStart("companies");
        if (companyChoices instanceof Rows rows) {
            int place = rows.columns().indexOf("value");
            for (List<?> row : rows.values()) {
                Json.value(json, row.get(Math.max(place, 0)));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void items(JsonGenerator json, Map<Item, Outcome> outcomes, Language language) throws IOException {
        json.writeArrayFieldStart("items");
        for (Map.Entry<Item, Outcome> entry : outcomes.entrySet()) {
            json.writeStartObject();
            item(json, entry.getKey(), language);
            outcome(json, entry.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void item(JsonGenerator json, Item item, Language language) throws IOException {
        json.writeStringField("name", item.name());
        json.writeStringField("shows", item.shows().word());
        json.writeNumberField("width", item.width());
        json.writeStringField("title", item.title().in(language));
        json.writeStringField("about", item.about().in(language));
        Json.texts(json, "show", item.columns());
        Json.optional(json, "across", item.across());
        Json.texts(json, "lines", item.lines());
        Json.optional(json, "value", item.value());
        Json.optional(json, "last_year", item.lastYear());
        json.writeStringField("good", item.goodWhenUp() ? "up" : "down");
        Json.words(json, "stories", item.stories(), language);
        if (item.drill().isPresent()) {
            Json.texts(json, "by", item.drill().get().by());
        }
    }

    private static void outcome(JsonGenerator json, Outcome outcome) throws IOException {
        if (outcome instanceof Rows rows) {
            json.writeStringField("status", "ok");
            Json.rows(json, rows);
        } else if (outcome instanceof Outcome.MissingTable missing) {
            json.writeStringField("status", "missing");
            json.writeStringField("table", missing.table());
        } else if (outcome instanceof Outcome.Failed failed) {
            json.writeStringField("status", "failed");
            json.writeStringField("message", failed.message());
        }
    }
}
