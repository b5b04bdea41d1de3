package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.offtake.outbound.http.ApiException;
import org.offtake.serving.Locks;
import org.offtake.serving.ServingException;
import org.offtake.serving.VerbLock;

/** A publication that ends anywhere is finished by the next, and nothing is there twice. */
class MetabaseBreakTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final List<String> KINDS = List.of("group", "database", "collection", "card", "dashboard");

    @BeforeAll
    static void migrate() {
        WAREHOUSE.migrate();
    }

    private static MetabaseDesk fresh() {
        MetabaseDesk desk = new MetabaseDesk(WAREHOUSE, MetabaseDesk.VERSION);
        desk.languages = List.of(Language.EN);
        desk.only("offtake-against-contract", dashboard -> dashboard);
        return desk;
    }

    @TestFactory
    Stream<DynamicTest> each_write_may_be_done_without_an_answer() {
        try (MetabaseDesk desk = fresh()) {
            desk.publish();
            int writes = (int) desk.standIn.exchanges().stream()
                    .filter(exchange -> !exchange.method().equals("GET"))
                    .count();
            List<String> whole = names(desk);
            assertThat(writes).isGreaterThan(20);
            return IntStream.rangeClosed(1, writes)
                    .mapToObj(write -> DynamicTest.dynamicTest("write " + write, () -> breaks(write, whole)));
        }
    }

    private static void breaks(int write, List<String> whole) {
        try (MetabaseDesk desk = fresh()) {
            desk.standIn.breakAfter(write);
            assertThat(catchThrowable(desk::publish))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("500");
            desk.publish();
            assertThat(names(desk)).isEqualTo(whole);
            assertThat(desk.publish()).isEmpty();
            assertThat(desk.metabase().drift()).isEmpty();
        }
    }

    private static List<String> names(MetabaseDesk desk) {
        return KINDS.stream()
                .flatMap(kind -> desk.standIn.store().names(kind).stream().map(name -> kind + " " + name))
                .sorted()
                .toList();
    }

    @Test
    void a_version_that_gives_back_otherwise_than_it_was_sent_is_told_of() {
        try (MetabaseDesk desk = fresh()) {
            desk.standIn.showAllAsTables();
            assertThat(catchThrowable(desk::publish))
                    .hasMessageContaining(
                            "back otherwise than sent, first card en/offtake-against-contract/behind in [display]");
        }
    }

    @Test
    void two_publications_at_once_are_one_and_one_that_is_told_to_try_again() {
        try (MetabaseDesk desk = fresh();
                VerbLock other = Locks.acquire(WAREHOUSE.owner(), "metabase")) {
            assertThatThrownBy(desk::publish)
                    .isInstanceOf(ServingException.class)
                    .hasMessageContaining("metabase");
            other.confirm();
            assertThat(desk.writes()).isEmpty();
        }
    }
}
