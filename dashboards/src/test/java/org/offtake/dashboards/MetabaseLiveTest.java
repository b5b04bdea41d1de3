package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.offtake.dashboards.metabase.Change;
import org.offtake.dashboards.metabase.MetabasePublisher;
import org.offtake.dashboards.metabase.MetabaseSettings;
import org.offtake.dashboards.metabase.Reach;
import org.offtake.dashboards.metabase.wanted.Scope;

/**
 * On a real Metabase, where one is named: METABASE_URL, and METABASE_API_KEY of a key of its administrators.
 *
 * <p>It must run on this machine, where it finds the PostgreSQL of the test. What is published goes into a collection of its own and
 * ends in the trash; the empty collection, two databases and two groups stay there.
 */
class MetabaseLiveTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    @Test
    void publishing_twice_is_once_nothing_drifts_and_what_is_pruned_is_gone() throws Exception {
        Optional<String> url = Optional.ofNullable(System.getenv("METABASE_URL"));
        Optional<String> key = Optional.ofNullable(System.getenv("METABASE_API_KEY"));
        assumeThat(url).as("METABASE_URL").isPresent();
        assumeThat(key).as("METABASE_API_KEY").isPresent();
        WAREHOUSE.fill();
        List<Dashboard> dashboards = Dashboard.readAll(List.of(Warehouse.DASHBOARDS));
        String project = "test-" + UUID.randomUUID();
        MetabaseSettings settings = new MetabaseSettings(
                URI.create(url.orElseThrow()), key, Optional.empty(), "Test", Reach.of(WAREHOUSE.owner()));
        Scope scope = new Scope(project, project, List.of(Language.NL, Language.EN), Warehouse.COMPANIES);
        List<String> said = new ArrayList<>();
        MetabasePublisher metabase = new MetabasePublisher(settings, WAREHOUSE.owner(), dashboards, scope, said::add);

        assertThat(metabase.publish(false)).anyMatch(change -> change.action() == Change.Action.CREATE);
        assertThat(metabase.publish(false)).allMatch(change -> change.action() == Change.Action.NOTHING);
        assertThat(metabase.drift()).isEmpty();
        MetabasePublisher empty = new MetabasePublisher(settings, WAREHOUSE.owner(), List.of(), scope, said::add);
        assertThat(empty.prune(true)).hasSizeGreaterThan(50);
        assertThat(empty.prune(false)).isEmpty();
    }
}
