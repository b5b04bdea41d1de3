package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A full snapshot says by silence what was deleted. */
class SnapshotTest extends AtTheFrontDoor {
    private static final String SHOPS = "shop_id,town,staff";
    private static final String CLERKS = "clerk_id,shop_id,stated_at";

    @Test
    void what_the_newest_snapshot_leaves_out_is_gone_and_what_comes_back_is_back() throws IOException {
        door.put("shops_20240101.csv", SHOPS, "s1,Ede,1", "s2,Tiel,2", "s3,Wijk,3")
                .take("shop_list");
        door.put("shops_20240102.csv", SHOPS, "s1,Ede,1", "s3,Wijk,3").take("shop_list");
        assertThat(door.silver("shops", "shop_id")).containsExactlyInAnyOrder("s1", "s3");
        assertThat(door.book().perDelivery())
                .containsExactly("shops_20240101.csv#1 3 = 0 + 1 + 2 + 0", "shops_20240102.csv#1 2 = 2 + 0 + 0 + 0");
        assertThat(door.book().deleted()).containsExactly("shops_20240101.csv 1", "shops_20240102.csv 0");

        door.put("shops_20240103.csv", SHOPS, "s1,Ede,1", "s2,Tiel,2").take("shop_list");

        assertThat(door.silver("shops", "shop_id")).containsExactlyInAnyOrder("s1", "s2");
        assertThat(door.warnings()).isEmpty();
    }

    @Test
    void an_older_snapshot_that_comes_late_brings_nothing_back_and_deletes_nothing_newer() throws IOException {
        door.put("shops_20240103.csv", SHOPS, "s1,Ede,1", "s2,Tiel,2").take("shop_list");

        door.put("shops_20240101.csv", SHOPS, "s1,Ede,1", "s3,Wijk,3").take("shop_list");

        assertThat(door.silver("shops", "shop_id")).containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    void a_new_edition_of_the_newest_snapshot_takes_its_deletions_back() throws IOException {
        door.put("shops_20240101.csv", SHOPS, "s1,Ede,1", "s2,Tiel,2").take("shop_list");
        door.put("shops_20240102.csv", SHOPS, "s1,Ede,1").take("shop_list");
        assertThat(door.silver("shops", "shop_id")).containsExactly("s1");

        door.put("shops_20240102.csv", SHOPS, "s1,Ede,5", "s2,Tiel,2").take("shop_list");

        assertThat(door.silver("shops", "shop_id", "staff")).containsExactlyInAnyOrder("s1 5", "s2 2");
    }

    @Test
    void a_snapshot_cut_over_two_files_of_one_stamp_is_one_snapshot() throws IOException {
        door.put("shops_20240101.csv", SHOPS, "s1,Ede,1", "s2,Tiel,2", "s3,Wijk,3");
        door.put("shops_20240102_a.csv", SHOPS, "s1,Ede,1");
        door.put("shops_20240102_b.csv", SHOPS, "s2,Tiel,2").take("shop_list");

        assertThat(door.silver("shops", "shop_id")).containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    void a_record_in_quarantine_is_there_all_the_same() throws IOException {
        door.put("shops_20240101.csv", SHOPS, "s1,Ede,1", "s2,Tiel,2", "s3,Wijk,3");
        door.put("shops_20240102.csv", SHOPS, "s1,Ede,1", "s2,Tiel,many", "s4,Best,-1")
                .take("shop_list");

        assertThat(door.silver("shops", "shop_id")).containsExactlyInAnyOrder("s1", "s2");
        assertThat(door.warnings())
                .singleElement()
                .asString()
                .startsWith("2 records of web_shop/shop_list cannot be used");
    }

    @Test
    void a_record_whose_key_cannot_be_read_may_be_any_so_nothing_is_deleted() throws IOException {
        door.put("shops_20240101.csv", SHOPS, "s1,Ede,1", "s2,Tiel,2").take("shop_list");
        door.put("shops_20240102.csv", SHOPS, "s1,Ede,1", "s2,Tiel,2,too,many").take("shop_list");

        assertThat(door.silver("shops", "shop_id")).containsExactlyInAnyOrder("s1", "s2");
        assertThat(door.warnings())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("web_shop/shops_20240102.csv deletes nothing: 1 of its records");
    }

    @Test
    void an_empty_snapshot_or_one_that_shrank_beyond_the_limit_deletes_nothing_and_warns() throws IOException {
        door.put("shops_20240101.csv", SHOPS, "s1,Ede,1", "s2,Tiel,2", "s3,Wijk,3")
                .take("shop_list");
        door.put("shops_20240102.csv", SHOPS).put("shops_20240103.csv", SHOPS, "s1,Ede,1");
        assertThat(door.take("shop_list").refusals()).isEmpty();
        assertThat(door.silver("shops", "shop_id")).containsExactlyInAnyOrder("s1", "s2", "s3");
        assertThat(door.warnings())
                .hasSize(2)
                .anyMatch(line -> line.contains("shops_20240102.csv deletes nothing: it is empty"))
                .anyMatch(line -> line.contains("1 records where the last good one had 3, over 50 % fewer"));

        door.put("shops_20240104.csv", SHOPS, "s1,Ede,1", "s2,Tiel,2").take("shop_list");

        assertThat(door.silver("shops", "shop_id")).containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    void a_version_that_ended_says_when_and_a_snapshot_speaks_for_its_own_shops_only() throws IOException {
        door.put("clerks_20240101.csv", CLERKS, "c1,s1,2023-01-01", "c2,s1,2023-01-01", "c3,s2,2023-01-01")
                .take("clerk_list");
        door.put("clerks_20240102.csv", CLERKS, "c1,s1,2023-01-01").take("clerk_list");
        door.put("clerks_20240103.csv", CLERKS, "c1,s1,2023-01-01", "c2,s1,2024-01-03 10:00:00")
                .take("clerk_list");

        String[] told = {"clerk_id", "to_date(stated_at)", "coalesce(string(_deleted_date), '-')"};
        assertThat(door.silver("clerks", told))
                .containsExactlyInAnyOrder(
                        "c1 2022-12-31 -", "c2 2022-12-31 2024-01-02", "c2 2024-01-03 -", "c3 2022-12-31 -");

        door.put("clerks_20240104.csv", CLERKS, "c2,s2,2024-01-04 10:00:00").take("clerk_list");
        assertThat(door.silver("clerks", told))
                .contains("c1 2022-12-31 -", "c2 2024-01-03 -", "c2 2024-01-04 -", "c3 2022-12-31 2024-01-04");
    }
}
