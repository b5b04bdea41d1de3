package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.etl.extract.SourceServer;
import org.offtake.serving.Database;

/** What a database says goes in at the same door as files, under the same laws. */
class DatabaseDoorTest {
    @RegisterExtension
    static final SourceServer SOURCE = new SourceServer();

    @TempDir
    private Path folder;

    private FrontDoor door;

    @BeforeEach
    void open() throws IOException {
        SOURCE.run(
                "drop schema if exists shop cascade",
                "create schema shop",
                "create table shop.lines (line_id text, order_id text, quantity numeric(8,2), changed timestamptz)",
                "create table shop.articles (article text, price numeric(8,2))");
        Database database = SOURCE.database();
        door = new FrontDoor(
                folder,
                "  till_database: {url: \"%s\", user: %s, password: \"%s\"}\n"
                        .formatted(database.url(), database.user(), database.password()));
    }

    @AfterEach
    void the_ledger_balances() {
        assertThat(door.book().unbalanced()).isEmpty();
    }

    @Test
    void rows_read_again_through_the_overlap_count_once_and_nothing_new_delivers_nothing() throws IOException {
        SOURCE.run("insert into shop.lines values ('l1', 'o1', 1, '2024-02-01 10:00Z'),"
                + " ('l2', 'o2', 2, '2024-02-01 11:30Z'), ('l3', 'o3', -3, null)");
        door.take("till_lines");
        String versions = door.versions();

        assertThat(door.look("till_lines").settled()).isEmpty();
        door.forget();
        assertThat(door.take("till_lines").settled()).isEmpty();
        assertThat(door.versions()).isEqualTo(versions);
        assertThat(door.look("till_lines").settled()).isEmpty();

        SOURCE.run(
                "update shop.lines set quantity = 5, changed = '2024-02-01 12:00Z' where line_id = 'l2'",
                "insert into shop.lines values ('l4', 'o4', 4, '2024-02-01 11:00Z')");
        door.take("till_lines");

        assertThat(door.silver("order_lines", "line_id", "cast(quantity as int)"))
                .containsExactlyInAnyOrder("l1 1", "l2 5", "l4 4");
        assertThat(door.quarantine("line_number", "reason_code")).contains("3 rule_broken");
        assertThat(door.book().perDelivery())
                .containsExactly(
                        "till_lines@2024-02-01T11:30:00Z..2024-02-01T12:00:00Z#1 3 = 2 + 0 + 0 + 1",
                        "till_lines@start..2024-02-01T11:30:00Z#1 3 = 1 + 1 + 0 + 1");

        SOURCE.run("insert into shop.lines values ('l5', 'o5', 5, '2024-02-01 11:40Z')");
        door.take("till_lines");
        assertThat(door.silver("order_lines", "line_id")).containsExactlyInAnyOrder("l1", "l2", "l4", "l5");
        assertThat(door.book().perSource()).containsExactly("till_lines 10 = 4 + 1 + 2 + 3");
    }

    @Test
    void rows_that_were_written_below_the_watermark_or_deleted_are_found_by_their_keys() {
        SOURCE.run(
                "insert into shop.lines values ('l1', 'o1', 1, '2024-02-01 10:00Z'),"
                        + " ('l2', 'o2', 2, '2024-02-03 10:00Z'), ('l3', 'o3', -3, '2024-02-01 10:00Z'), ('l4', 'o4', 4, null)");
        door.take("till_lines");
        assertThat(door.sourceKeys()).singleElement().satisfies(equal -> {
            assertThat(equal.keys()).isEqualTo(1);
            assertThat(equal.isWhole()).isTrue();
            assertThat(equal.told()).isEmpty();
        });

        SOURCE.run(
                "insert into shop.lines values ('l5', 'o5', 5, '2024-02-02 10:00Z'), ('l6', 'o6', 6, '2024-02-04 10:00Z')",
                "delete from shop.lines where line_id = 'l2'");

        assertThat(door.sourceKeys()).singleElement().satisfies(differing -> {
            assertThat(differing.isWhole()).isFalse();
            assertThat(differing.told())
                    .containsExactly(
                            "till_database/till_lines: 1 of 2 order_lines were never read, such as l5: their changed was"
                                    + " below what had been read; let it grow at the source, and widen 'overlap' in till_lines.yml",
                            "till_database/till_lines: 1 order_lines are here and no longer at the source, such as l2: a"
                                    + " table with a watermark does not notice that rows are deleted");
        });
    }

    @Test
    void a_table_without_a_watermark_is_a_new_edition_whenever_it_differs_and_never_empty_by_accident() {
        assertThat(door.look("till_prices").settled()).isEmpty();
        SOURCE.run("insert into shop.articles values ('p1', 10), ('p2', 20), ('p3', null)");
        door.take("till_prices");
        assertThat(door.look("till_prices").settled()).isEmpty();

        SOURCE.run("delete from shop.articles where article = 'p1'", "update shop.articles set price = 21.5");
        door.take("till_prices");
        assertThat(door.silver("prices", "product_id", "cast(unit_price as double)"))
                .containsExactlyInAnyOrder("p2 21.5", "p3 21.5");
        assertThat(door.book().perDelivery())
                .containsExactly("till_prices#1 2 = 0 + 2 + 0 + 0", "till_prices#2 2 = 2 + 0 + 0 + 0");

        SOURCE.run("truncate shop.articles");
        assertThat(door.take("till_prices").refusals())
                .singleElement()
                .asString()
                .contains("had rows and has none now", "may_be_empty: true", "till_prices.yml");
        assertThat(door.silver("prices", "product_id")).containsExactlyInAnyOrder("p2", "p3");
        assertThat(door.look("till_prices").refused()).isEqualTo(1);
    }

    @Test
    void a_changed_contract_and_a_register_of_an_older_shape_read_everything_anew() throws IOException {
        SOURCE.run("insert into shop.lines values ('l1', 'o1', 1, '2024-02-01 10:00Z'),"
                + " ('l2', 'o2', 2, '2024-02-01 15:00Z')");
        door.take("till_lines");
        SOURCE.run("delete from shop.lines where line_id = 'l1'", "alter table shop.lines add note text");

        door.change(
                "sources/till_database/till_lines.yml",
                "  changed:",
                "  note:     {is: text, optional: true}\n  changed:");
        door.take("till_lines");
        assertThat(door.silver("order_lines", "line_id")).containsExactly("l2");
        assertThat(door.book().perDelivery())
                .containsExactly(
                        "till_lines@start..2024-02-01T15:00:00Z#1 2 = 0 + 1 + 1 + 0",
                        "till_lines@start..2024-02-01T15:00:00Z#2 1 = 1 + 0 + 0 + 0");

        door.takePositionsAway();
        door.forget();
        SOURCE.run("insert into shop.lines values ('l3', 'o3', 3, '2024-02-01 09:00Z')");
        door.take("till_lines");
        assertThat(door.silver("order_lines", "line_id")).containsExactlyInAnyOrder("l2", "l3");
        assertThat(door.look("till_lines").settled()).isEmpty();
    }
}
