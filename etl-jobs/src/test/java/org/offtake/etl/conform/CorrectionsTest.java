package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Records in quarantine go out as a workbook, and come back through the front door. */
class CorrectionsTest extends AtTheFrontDoor {
    private static final String PRICES = "product_id,unit_price";
    private static final String[] PRICE = {"product_id", "cast(unit_price as double)"};

    @Test
    void a_workbook_shows_file_line_reason_and_every_field_as_text() throws IOException {
        door.put("prices_20240101.csv", PRICES, "p1,10", "=1+1,@ten").take("price_list");

        Map<String, String> row = only(door.export("out.xlsx", "price_list"));

        assertThat(row)
                .containsEntry("[file]", "prices_20240101.csv")
                .containsEntry("[line]", "3")
                .containsEntry("[reason]", "not_a_number: unit_price: @ten")
                .containsEntry("product_id", "=1+1")
                .containsEntry("unit_price", "@ten");
    }

    @Test
    void what_a_record_does_not_say_is_an_empty_cell_and_no_empty_text() throws IOException {
        door.put("prices_20240101.csv", PRICES, "p1,ten").take("price_list");

        try (ZipFile workbook =
                        new ZipFile(door.export("out.xlsx", "price_list").toFile());
                InputStream texts = workbook.getInputStream(workbook.getEntry("xl/sharedStrings.xml"))) {
            assertThat(new String(texts.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("[record]")
                    .doesNotContainPattern("<t[^>]*></t>|<t/>");
        }
    }

    @Test
    void a_correction_takes_the_place_of_its_record_so_what_came_later_still_counts() throws IOException {
        door.put("prices_20240101.csv", PRICES, "p1,ten", "p2,seven", "p3,3").take("price_list");
        Path sheet = door.export("out.xlsx", "price_list");
        door.put("prices_20240201.csv", PRICES, "p1,12").take("price_list");

        Clerk.correct(sheet, door.drop("corrections_1.xlsx"), row -> {
            row.put("unit_price", "ten".equals(row.get("unit_price")) ? "10" : "7");
            return row;
        });
        door.take("price_list");

        assertThat(door.silver("prices", PRICE)).containsExactlyInAnyOrder("p1 12.0", "p2 7.0", "p3 3.0");
        assertThat(door.quarantine("reason_code")).isEmpty();
        assertThat(door.book().perDelivery())
                .containsExactly(
                        "corrections_1.xlsx#1 2 = 1 + 1 + 0 + 0",
                        "prices_20240101.csv#1 3 = 1 + 2 + 0 + 0",
                        "prices_20240201.csv#1 1 = 1 + 0 + 0 + 0");

        Clerk.correct(door.drop("corrections_1.xlsx"), door.drop("corrections_2.xlsx"), row -> row);
        door.take("price_list");
        assertThat(door.silver("prices", PRICE)).containsExactlyInAnyOrder("p1 12.0", "p2 7.0", "p3 3.0");
        assertThat(door.quarantine("reason_code")).isEmpty();
    }

    @Test
    void a_correction_that_is_still_wrong_is_in_quarantine_again_and_an_unchanged_row_changes_nothing()
            throws IOException {
        door.put("prices_20240101.csv", PRICES, "p1,ten", "p2,seven").take("price_list");
        Clerk.correct(door.export("out.xlsx", "price_list"), door.drop("corrections_1.xlsx"), row -> {
            row.replace("unit_price", "ten", "tien");
            return row;
        });
        door.take("price_list");

        assertThat(door.quarantine("reason_code", "field_value"))
                .containsExactlyInAnyOrder("not_a_number tien", "not_a_number seven");
        assertThat(door.book().perDelivery())
                .containsExactly("corrections_1.xlsx#1 2 = 0 + 0 + 1 + 1", "prices_20240101.csv#1 2 = 0 + 1 + 0 + 1");

        Clerk.correct(door.export("again.xlsx", "price_list"), door.drop("corrections_2.xlsx"), row -> {
            row.replace("unit_price", "tien", "10");
            row.replace("unit_price", "seven", "7");
            return row;
        });
        door.take("price_list");

        assertThat(door.silver("prices", PRICE)).containsExactlyInAnyOrder("p1 10.0", "p2 7.0");
        assertThat(door.quarantine("reason_code")).isEmpty();
    }

    @Test
    void a_row_whose_record_was_delivered_again_is_said_and_not_applied_and_one_without_a_name_is_kept_back()
            throws IOException {
        door.put("prices_20240101.csv", PRICES, "p1,ten", "p2,seven").take("price_list");
        Path sheet = door.export("out.xlsx", "price_list");
        door.put("prices_20240101.csv", PRICES, "p1,11", "p2,8").take("price_list");

        Clerk.correct(sheet, door.drop("corrections_1.xlsx"), row -> {
            row.put("unit_price", "10");
            row.computeIfPresent("[record]", (name, id) -> "p2".equals(row.get("product_id")) ? "mine" : id);
            return row;
        });
        door.take("price_list");

        assertThat(door.silver("prices", PRICE)).containsExactlyInAnyOrder("p1 11.0", "p2 8.0");
        assertThat(door.warnings()).hasSize(2);
        assertThat(door.warnings().get(0))
                .startsWith("web_shop/corrections_1.xlsx row 2 is not applied: its record is no longer in quarantine");
        assertThat(door.warnings().get(1))
                .startsWith("1 record of web_shop/price_list cannot be used: `offtake quarantine list` says why");
        assertThat(door.quarantine("reason_code", "field_name")).containsExactly("unknown_record mine");
    }

    @Test
    void a_new_edition_of_the_sheet_takes_back_what_the_old_one_did() throws IOException {
        door.put("prices_20240101.csv", PRICES, "p1,ten", "p2,seven").take("price_list");
        Path sheet = door.export("out.xlsx", "price_list");
        Clerk.correct(sheet, door.drop("corrections.xlsx"), row -> {
            row.put("unit_price", "10");
            return row;
        });
        door.take("price_list");
        assertThat(door.silver("prices", PRICE)).containsExactlyInAnyOrder("p1 10.0", "p2 10.0");

        Clerk.correct(sheet, door.drop("corrections.xlsx"), row -> {
            row.replace("unit_price", "seven", "7");
            return row;
        });
        door.take("price_list");

        assertThat(door.silver("prices", PRICE)).containsExactly("p2 7.0");
        assertThat(door.quarantine("field_value")).containsExactly("ten");
        FrontDoor anew = new FrontDoor(folder.resolve("anew"));
        anew.copy(door).take("price_list");
        assertThat(anew.silver("prices", PRICE)).containsExactly("p2 7.0");
        assertThat(anew.quarantine("field_value")).containsExactly("ten");
    }

    @Test
    void a_corrected_record_of_a_full_snapshot_lets_the_snapshot_tell_what_is_gone() throws IOException {
        String shops = "shop_id,town,staff";
        door.put("shops_20240101.csv", shops, "s1,Ede,1", "s2,Tiel,2", "s3,Wijk,3")
                .put("shops_20240102.csv", shops, "s1,Ede,1", "s2,Tiel,2,extra")
                .take("shop_list");
        assertThat(door.silver("shops", "shop_id")).containsExactlyInAnyOrder("s1", "s2", "s3");

        Clerk.correct(door.export("out.xlsx", "shop_list"), door.drop("corrections.xlsx"), row -> {
            row.putAll(Map.of("shop_id", "s2", "town", "Tiel", "staff", "4"));
            return row;
        });
        door.take("shop_list");

        assertThat(door.silver("shops", "shop_id", "staff")).containsExactlyInAnyOrder("s1 1", "s2 4");
    }

    private static Map<String, String> only(Path workbook) throws IOException {
        var sheets = Clerk.read(workbook);
        assertThat(sheets).containsOnlyKeys("web_shop.price_list");
        assertThat(sheets.get("web_shop.price_list")).hasSize(1);
        return sheets.getOrDefault("web_shop.price_list", List.of()).get(0);
    }
}
