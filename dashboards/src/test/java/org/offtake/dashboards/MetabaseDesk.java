package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.offtake.dashboards.metabase.Change;
import org.offtake.dashboards.metabase.MetabasePublisher;
import org.offtake.dashboards.metabase.MetabaseSettings;
import org.offtake.dashboards.metabase.Reach;
import org.offtake.dashboards.metabase.standin.Descriptions;
import org.offtake.dashboards.metabase.standin.Exchange;
import org.offtake.dashboards.metabase.standin.StandIn;
import org.offtake.dashboards.metabase.wanted.Scope;

/** Publishes from a warehouse to a stand-in of Metabase, and looks at what became of it. */
final class MetabaseDesk implements AutoCloseable {
    static final String USER = "admin@example.com";
    static final String PASSWORD = "planted-Password-1";
    static final String VERSION = "v0.65.2";
    static final Optional<Descriptions> DESCRIPTIONS =
            Descriptions.areThere() ? Optional.of(Descriptions.read()) : Optional.empty();
    private static final Path SHIPPED = Warehouse.DASHBOARDS;

    final StandIn standIn;
    final List<String> said = new ArrayList<>();
    List<Dashboard> dashboards = Dashboard.readAll(List.of(SHIPPED));
    List<Language> languages = List.of(Language.NL, Language.EN);
    Optional<String> key = Optional.empty();
    private final Warehouse warehouse;

    MetabaseDesk(Warehouse warehouse, String version) {
        this.warehouse = warehouse;
        this.standIn = StandIn.fresh(version);
        forget();
    }

    /** As if the backup of what was published had been lost. */
    void forget() {
        warehouse.run("delete from app.metabase_object");
    }

    MetabasePublisher metabase() {
        MetabaseSettings settings = new MetabaseSettings(
                standIn.url(),
                key,
                Optional.of(new MetabaseSettings.Login(USER, PASSWORD)),
                "Van Dam",
                Reach.of(warehouse.owner()));
        Scope scope = new Scope("groothandel", "Offtake", languages, Warehouse.COMPANIES);
        return new MetabasePublisher(settings, warehouse.owner(), dashboards, scope, said::add);
    }

    /** What was done, as kind and slug by what was done; what was as it should be is left out. */
    Map<Change.Action, List<String>> publish() {
        return told(metabase().publish(false));
    }

    static Map<Change.Action, List<String>> told(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.action() != Change.Action.NOTHING)
                .collect(Collectors.groupingBy(
                        Change::action,
                        LinkedHashMap::new,
                        Collectors.mapping(change -> change.kind() + " " + change.slug(), Collectors.toList())));
    }

    List<Exchange> writes() {
        return standIn.exchanges().stream().filter(Exchange::writes).toList();
    }

    /** Only this dashboard, changed. */
    void only(String name, UnaryOperator<Dashboard> change) {
        dashboards = Dashboard.readAll(List.of(SHIPPED)).stream()
                .filter(dashboard -> dashboard.name().equals(name))
                .map(change)
                .toList();
    }

    static Dashboard with(Dashboard dashboard, Words title, List<Item> items) {
        return new Dashboard(
                dashboard.name(),
                title,
                dashboard.question(),
                dashboard.owner(),
                dashboard.companies(),
                dashboard.months(),
                dashboard.runningMonth(),
                dashboard.columns(),
                dashboard.rows(),
                items);
    }

    ObjectNode dashboard(String name) {
        return standIn.store().named("dashboard", name);
    }

    ObjectNode card(String name) {
        return standIn.store().named("card", name);
    }

    /** The numbers of the places of a dashboard by the card that stands there. */
    Map<Long, Long> places(String dashboard) {
        return StreamSupport.stream(dashboard(dashboard).path("dashcards").spliterator(), false)
                .collect(Collectors.toMap(place -> place.path("card_id").asLong(), place -> place.path("id")
                        .asLong()));
    }

    /** Changes something as a person does in the pages of Metabase. */
    ObjectNode byHand(String kind, JsonNode thing, String field, JsonNode value) {
        ObjectNode body = object();
        body.set(field, value);
        return standIn.byHand("PUT", "/api/" + kind + "/" + thing.path("id").asText(), body);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    /** Holds everything that was said against the descriptions of the API, where they are. */
    @Override
    public void close() {
        standIn.close();
        DESCRIPTIONS.ifPresent(descriptions -> assertThat(standIn.everything().stream()
                        .flatMap(exchange -> descriptions.problems(exchange).stream())
                        .distinct())
                .isEmpty());
    }
}
