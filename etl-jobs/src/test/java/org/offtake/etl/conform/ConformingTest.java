package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Files go in at the front door; every record of theirs ends in exactly one place. */
class ConformingTest extends AtTheFrontDoor {
    private static final String HEADER = FrontDoor.LINES;

    @Test
    void equal_records_without_a_key_are_all_kept_and_the_same_bytes_again_change_nothing() throws IOException {
        door.put("scans_1.csv", "receipt_id,product_id", "r1,p1", "r1,p1", "r1,p2")
                .take("tills");
        door.put("scans_2.csv", "receipt_id,product_id", "r1,p1", "r1,p1", "r1,p2")
                .take("tills");

        assertThat(door.silver("scans", "receipt_id", "product_id"))
                .containsExactlyInAnyOrder("r1 p1", "r1 p1", "r1 p2");
        assertThat(door.silver("scans", "scan_id")).doesNotHaveDuplicates();
        assertThat(door.book().perDelivery())
                .containsExactly("scans_1.csv#1 3 = 3 + 0 + 0 + 0", "scans_2.csv#1 3 = 0 + 0 + 3 + 0");
    }

    @Test
    void a_receipt_cut_over_two_files_has_the_scans_of_both() throws IOException {
        door.put("scans_1.csv", "receipt_id,product_id", "r1,p1", "r1,p2").take("tills");
        door.put("scans_2.csv", "receipt_id,product_id", "r1,p1", "r1,p3", "r1,p4")
                .take("tills");

        assertThat(door.silver("scans", "product_id")).containsExactlyInAnyOrder("p1", "p1", "p2", "p3", "p4");
        assertThat(door.silver("scans", "scan_id")).doesNotHaveDuplicates();
    }

    @Test
    void a_file_most_of_whose_keyless_records_are_here_already_is_refused_as_an_overlap() throws IOException {
        door.put("scans_1.csv", "receipt_id,product_id", "r1,p1", "r1,p2", "r2,p1")
                .take("tills");

        assertThat(door.put("scans_2.csv", "receipt_id,product_id", "r1,p1", "r1,p2", "r3,p1")
                        .take("tills")
                        .refusals())
                .singleElement()
                .asString()
                .contains("overlap");
        assertThat(door.silver("scans", "receipt_id")).containsExactlyInAnyOrder("r1", "r1", "r2");
    }

    @Test
    void keys_that_a_new_edition_lost_fall_back_to_the_best_remaining_record_or_disappear() throws IOException {
        door.put("lines_1.csv", HEADER, "l1,o1,S,5,,,,2024-02-02 10:00:00", "l2,o2,S,6,,,,2024-02-02 10:00:00");
        door.put("lines_2.csv", HEADER, "l1,o1,S,4,,,,2024-02-01 10:00:00").take("lines");
        assertThat(door.silver("order_lines", "line_id", "cast(quantity as int)"))
                .containsExactlyInAnyOrder("l1 5", "l2 6");

        door.put("lines_1.csv", HEADER, "l3,o3,S,7,,,,2024-02-03 10:00:00").take("lines");

        assertThat(door.silver("order_lines", "line_id", "cast(quantity as int)"))
                .containsExactlyInAnyOrder("l1 4", "l3 7");
        assertThat(door.book().perDelivery())
                .containsExactly(
                        "lines_1.csv#1 2 = 0 + 2 + 0 + 0",
                        "lines_1.csv#2 1 = 1 + 0 + 0 + 0",
                        "lines_2.csv#1 1 = 1 + 0 + 0 + 0");
    }

    @Test
    void the_latest_statement_wins_whenever_it_arrives_and_owns_the_lines_of_its_document() throws IOException {
        door.put("lines_1.csv", HEADER, "l1,o1,S,2,,,,2024-02-02 10:00:00").take("lines");
        door.put("lines_2.csv", HEADER, "l1,o1,S,1,,,,2024-02-01 10:00:00", "l2,o1,S,9,,,,2024-02-01 10:00:00")
                .take("lines");

        assertThat(door.silver("order_lines", "line_id", "cast(quantity as int)"))
                .containsExactly("l1 2");
        assertThat(door.book().perDelivery())
                .containsExactly("lines_1.csv#1 1 = 1 + 0 + 0 + 0", "lines_2.csv#1 2 = 0 + 2 + 0 + 0");
    }

    @Test
    void a_document_cut_over_two_files_at_one_moment_has_the_lines_of_both() throws IOException {
        door.put("lines_1.csv", HEADER, "l1,o1,S,1,,,,2024-02-01 10:00:00").take("lines");
        door.put("lines_2.csv", HEADER, "l1,o1,S,1,,,,2024-02-01 10:00:00", "l2,o1,S,2,,,,2024-02-01 10:00:00")
                .take("lines");

        assertThat(door.silver("order_lines", "line_id")).containsExactlyInAnyOrder("l1", "l2");
        assertThat(door.book().perDelivery()).hasSize(2).anyMatch(line -> line.endsWith("+ 1 + 0"));
    }

    @Test
    void only_its_stamp_dates_a_price_so_the_same_bytes_under_a_later_name_are_a_new_statement() throws IOException {
        door.put("prices_20240101.csv", "product_id,unit_price", "p1,10");
        door.put("prices_20240201.csv", "product_id,unit_price", "p1,12.5").take("price_list");
        assertThat(door.silver("prices", "cast(unit_price as double)")).containsExactly("12.5");

        door.put("prices_20240301.csv", "product_id,unit_price", "p1,10").take("price_list");

        assertThat(door.silver("prices", "cast(unit_price as double)")).containsExactly("10.0");
    }

    @Test
    void a_bad_record_is_kept_with_its_reason_and_costs_no_good_one() throws IOException {
        door.put(
                        "lines_1.csv",
                        HEADER,
                        "l1,o1,S,1,2024-02-30,,,",
                        "l2,o2,S,many,,,,",
                        "l3,o3,S,1,,1.5,,",
                        "l4,o4,S,1,,,perhaps,",
                        "l5,o5,S,1,,,,yesterday",
                        ",o6,S,1,,,,",
                        "l7,o7,S,-1,,,,",
                        "l8,o8,S,1,2024-02-29,1,yes,2024-02-01 10:00:00")
                .take("lines");

        assertThat(door.quarantine("line_number", "reason_code", "coalesce(field_name, '')"))
                .containsExactlyInAnyOrder(
                        "2 not_a_date wished_date",
                        "3 not_a_number quantity",
                        "4 not_a_whole_number boxes",
                        "5 not_yes_or_no is_gift",
                        "6 not_a_time updated_at",
                        "7 missing_value line_id",
                        "8 rule_broken quantity > 0");
        assertThat(door.quarantine("raw_text")).anyMatch(text -> text.contains("l2") && text.contains("many"));
        assertThat(door.silver("order_lines", "line_id")).containsExactly("l8");
        assertThat(door.book().perDelivery()).containsExactly("lines_1.csv#1 8 = 1 + 0 + 0 + 7");
    }

    @Test
    void a_record_becomes_a_row_of_one_entity_only() throws IOException {
        door.put("lines_1.csv", HEADER, "l1,o1,S,1,,,,", "l2,o1,R,1,,,,").take("lines");

        assertThat(door.silver("order_lines", "line_id")).containsExactly("l1");
        assertThat(door.silver("returns", "line_id")).containsExactly("l2");
    }

    @Test
    void a_parquet_file_of_another_engine_goes_the_same_way_to_the_microsecond() throws IOException {
        door.putParquet("moves_1.parquet", """
                        select 'l1' as line_id, 17850D as order_id, 2.5BD as quantity, date'2024-02-29' as wished_date,
                            timestamp'2024-02-01 10:00:00.123456' as updated_at, null as noted_at
                        union all
                        select 'l2', 17851D, 1.0BD, null, null, timestamp_ntz'2024-07-01 12:00:00.5'
                        union all
                        select 'l3', 17852D, -1.0BD, null, null, null
                        """).take("moves");

        assertThat(door.silver(
                        "order_lines",
                        "line_id",
                        "order_id",
                        "cast(quantity as string)",
                        "wished_date",
                        "cast(updated_at as string)"))
                .containsExactlyInAnyOrder(
                        "l1 17850 2.500000 2024-02-29 2024-02-01 10:00:00.123456",
                        "l2 17851 1.000000 2024-07-01 10:00:00.5");
        assertThat(door.quarantine("line_number", "reason_code")).containsExactly("3 rule_broken");
        assertThat(door.book().perDelivery()).containsExactly("moves_1.parquet#1 3 = 2 + 0 + 0 + 1");
    }
}
