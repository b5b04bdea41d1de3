package org.offtake.cli;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.offtake.dashboards.Dashboard;
import org.offtake.dashboards.Language;
import org.offtake.dashboards.metabase.Change;
import org.offtake.dashboards.metabase.MetabasePublisher;
import org.offtake.dashboards.metabase.MetabaseSettings;
import org.offtake.dashboards.metabase.Reach;
import org.offtake.dashboards.metabase.wanted.Scope;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.configuration.Metabase;
import org.offtake.models.ContractException;
import org.offtake.serving.Database;

/**
 * The dashboards of a configured warehouse, and the Metabase that it names.
 *
 * @param again what a next command has to be told to see the same warehouse
 */
record Publishing(Warehouse warehouse, String again) {

    MetabasePublisher metabase() {
        Configuration configuration = warehouse.configuration();
        Metabase named = configuration
                .metabase()
                .orElseThrow(() -> new ContractException(
                        configuration.file(), "no Metabase is configured; name its 'url' under 'metabase'"));
        warehouse.refuseUnpublished(again);
        Database database = warehouse.migratedDatabase();
        return new MetabasePublisher(
                settings(named, database),
                database,
                Dashboard.readAll(List.of(warehouse.house().dashboards())),
                new Scope(
                        configuration.company().code(),
                        named.collection(),
                        named.languages().stream()
                                .map(tag -> Language.valueOf(tag.toUpperCase(Locale.ROOT)))
                                .toList(),
                        Companies.of(configuration)),
                System.err::println);
    }

    private MetabaseSettings settings(Metabase named, Database database) {
        Configuration configuration = warehouse.configuration();
        if (configuration.serving().url().isEmpty()
                && configuration.serving().port() == 0
                && named.reach().port().isEmpty()) {
            throw new ContractException(
                    configuration.file(),
                    "Metabase must find PostgreSQL again, and the embedded one is on another port each time; set 'port' under"
                            + " 'serving'");
        }
        Metabase.Reach otherwise = named.reach();
        Reach reach = Reach.of(database, otherwise.host(), otherwise.port(), otherwise.ssl());
        return new MetabaseSettings(
                URI.create(named.url()),
                named.apiKey(),
                named.user()
                        .map(user -> new MetabaseSettings.Login(
                                user, named.password().orElse(""))),
                configuration.company().name(),
                reach);
    }

    /** Says for whom nothing is published: rows of one table that are each another reader's cannot be kept apart there. */
    void sayWhoIsLeftOut() {
        Set<String> roles = new TreeSet<>();
        warehouse
                .library()
                .models()
                .values()
                .forEach(model -> roles.addAll(model.visible().keySet()));
        roles.forEach(role -> System.err.println("role " + role
                + ": may see rows of its own only, which Metabase cannot keep apart without its paid editions; nothing is"
                + " published for it"));
    }

    /** Prints what is otherwise, and counts the rest. */
    void print(Printing printing, List<Change> changes) {
        List<Change> told = changes.stream()
                .filter(change -> change.action() != Change.Action.NOTHING)
                .toList();
        printing.print(
                List.of("action", "kind", "slug", "name", "id", "fields"),
                told.stream()
                        .map(change -> Printing.row(
                                change.action().word(),
                                change.kind(),
                                change.slug(),
                                change.name(),
                                change.id().isPresent() ? change.id().getAsLong() : null,
                                String.join("; ", change.fields())))
                        .toList());
        int same = changes.size() - told.size();
        System.err.println(
                told.size() + (told.size() == 1 ? " change" : " changes") + ", " + same + " as they should be");
    }
}
