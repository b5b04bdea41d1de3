package org.offtake.etl.build;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.etl.detect.KeepingMaker;
import org.offtake.etl.detect.Makers;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.SharedSession;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** A customer is gone on with from what was kept of them, and the episodes are those that all their orders give. */
class KeptStatesTest {
    private static final Library LIBRARY = Library.read(List.of(Path.of("../models")));
    private static final Model EPISODES = LIBRARY.model(TableName.parse("gold.fact_pattern_episode"));
    private static final TableName ORDERS = TableName.parse("gold.fact_order_day");
    private static final TableName PARTIES = TableName.parse("gold.dim_party");
    private static final TableName STATES = TableName.parse("gold.fact_pattern_episode_state");
    private static final HistoryLength NONE = new HistoryLength(0, 0);
    private static final LocalDate TODAY = LocalDate.of(2024, 9, 1);

    @TempDir
    private Path folder;

    private final Map<TableName, PatternRows> inputs = new TreeMap<>();
    private final Random random = new Random(7);

    private Lake lake() {
        return new Lake(SharedSession.get(), folder.resolve("lake"));
    }

    private void begin() {
        Vocabulary vocabulary = new Vocabulary(random, Vocabulary.FEW, EPISODES.sql());
        EPISODES.reads().forEach(table -> inputs.put(table, new PatternRows(Shape.of(LIBRARY, table), vocabulary)));
        inputs.keySet().forEach(this::deliver);
    }

    private PatternRows input(TableName table) {
        return Objects.requireNonNull(inputs.get(table), table::toString);
    }

    private void deliver(TableName table) {
        Shape shape = input(table).shape();
        List<Row> rows = new ArrayList<>();
        for (Map<String, Object> row : input(table).accepted()) {
            rows.add(RowFactory.create(
                    Stream.of(shape.schema().fieldNames()).map(row::get).toArray()));
        }
        new TableWriter(lake(), table, List.of("source_system"))
                .replaceAll(lake().spark().createDataFrame(rows, shape.schema()));
    }

    private Building.Built build(HistoryLength longest) {
        return new Building(EPISODES, LIBRARY, lake().root(), folder.resolve("state"), TODAY, longest).build(lake());
    }

    /** As a run does that is stopped before it remembers what it has done. */
    private void buildAndForget() throws IOException {
        Path memory = Sidecar.of(folder.resolve("state"), Building.memoryName(EPISODES))
                .file();
        byte[] before = Files.readAllBytes(memory);
        build(NONE);
        Files.write(memory, before);
    }

    private void assertAllIsAsMadeAnew(String when) {
        BuiltRows full = full();
        assertThat(built().equalTo(full))
                .as(when + ": " + built().difference(full))
                .isTrue();
        assertThat(kept()).as(when).isEqualTo(statesOfAll()).isNotEmpty();
    }

    private Candidates candidates() {
        return new Candidates(EPISODES, Inputs.pin(lake(), LIBRARY, EPISODES.reads()), TODAY);
    }

    private BuiltRows built() {
        return new BuiltRows(EPISODES, lake().stored(EPISODES.table()).collectAsList());
    }

    private BuiltRows full() {
        return new BuiltRows(EPISODES, candidates().of(Optional.empty()).collectAsList());
    }

    private KeepingMaker maker() {
        return (KeepingMaker) Makers.named(EPISODES.madeBy().orElseThrow(), EPISODES.file());
    }

    /** What would be kept if all were made from the first order on. */
    private List<Row> statesOfAll() {
        return comparable(
                maker().work(StatefulMaking.withNothingKept(candidates().selected(Optional.empty()))));
    }

    private List<Row> kept() {
        KeptStates states = new KeptStates(
                lake(),
                STATES,
                maker().names(),
                Consumed.definition(EPISODES),
                Sidecar.of(folder.resolve("state"), "unused"));
        UnitSet all = UnitSet.rows(List.of("party_id"), lake().stored(STATES).select("party_id"));
        return comparable(states.of(all));
    }

    private static List<Row> comparable(Dataset<Row> states) {
        return states.filter(col(KeepingMaker.STATE).isNotNull())
                .selectExpr("party_id", KeepingMaker.KEPT_DATE, "hex(" + KeepingMaker.STATE + ") as state")
                .orderBy("party_id")
                .collectAsList();
    }

    @Test
    void through_later_late_corrected_and_moved_orders_merges_closures_and_editions_all_is_as_made_anew() {
        begin();
        build(NONE);
        int more = 0;
        for (int step = 0; step < 12; step++) {
            TableName table = step % 3 == 2 ? List.copyOf(inputs.keySet()).get(random.nextInt(inputs.size())) : ORDERS;
            if (step % 3 < 2) {
                input(ORDERS).goOn(step % 2 == 0 ? 4 : 40);
            } else {
                input(table).change(1 + random.nextInt(3));
            }
            deliver(table);
            if (step % 6 == 4) {
                input(PARTIES).change(1);
                deliver(PARTIES);
            }
            long before = lake().version(STATES).orElseThrow();
            build(NONE);
            more += lake().version(STATES).orElseThrow() > before ? 1 : 0;
            assertAllIsAsMadeAnew("step " + step);
        }
        assertThat(more).isGreaterThan(9);
    }

    @Test
    void a_customer_who_only_ordered_later_is_gone_on_with_from_what_is_kept_and_others_are_not() {
        begin();
        build(NONE);
        lake().stored(STATES)
                .selectExpr(
                        "source_system",
                        "company_code",
                        "concat('C', (cast(substr(party_id, 2) as int) + 1) % 6) as party_id",
                        "_kept_date",
                        "_state",
                        "_definition",
                        "_written")
                .write()
                .format("delta")
                .mode("overwrite")
                .save(lake().path(STATES).toString());
        input(ORDERS).goOn(60);
        deliver(ORDERS);
        build(NONE);
        assertThat(built().equalTo(full()))
                .as("episodes from the states of other customers")
                .isFalse();

        input(PARTIES).change(20);
        deliver(PARTIES);
        build(NONE);
        assertThat(built().equalTo(full())).as("all of them made anew").isTrue();
    }

    @Test
    void a_state_that_is_ahead_of_its_table_after_a_run_was_stopped_is_not_gone_on_from() throws IOException {
        begin();
        build(NONE);
        input(ORDERS).goOn(30);
        deliver(ORDERS);
        buildAndForget();

        input(ORDERS).withdrawLast();
        deliver(ORDERS);
        input(ORDERS).goOn(80);
        deliver(ORDERS);
        build(NONE);
        assertAllIsAsMadeAnew("after the run was stopped");
    }

    @Test
    void a_state_that_missed_what_came_back_after_a_run_was_stopped_is_not_gone_on_from() throws IOException {
        begin();
        build(NONE);
        List<Map<String, Object>> all = List.copyOf(input(ORDERS).accepted());
        input(ORDERS).withdrawLast();
        deliver(ORDERS);
        buildAndForget();

        input(ORDERS).restore(all);
        deliver(ORDERS);
        input(ORDERS).goOn(80);
        deliver(ORDERS);
        build(NONE);
        assertAllIsAsMadeAnew("after the run was stopped");
    }

    @Test
    void what_another_definition_kept_is_not_seen() {
        begin();
        build(NONE);
        Sidecar size = Sidecar.of(folder.resolve("state"), "unused");
        assertThat(new KeptStates(lake(), STATES, maker().names(), "another", size)
                        .dates()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void with_few_orders_nothing_is_kept() {
        begin();
        build(HistoryLength.BEGUN_ANEW);
        assertThat(lake().exists(STATES)).isFalse();
        input(ORDERS).goOn(5);
        deliver(ORDERS);
        build(NONE);
        assertThat(lake().exists(STATES))
                .as("what was not kept before is not begun with a part")
                .isFalse();
        assertThat(built().equalTo(full())).isTrue();
    }
}
