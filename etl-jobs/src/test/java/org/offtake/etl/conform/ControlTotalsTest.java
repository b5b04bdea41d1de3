package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger adds up money beside records. */
class ControlTotalsTest {
    private static final String HEADER = "payment;amount;cur";

    @TempDir
    private Path folder;

    @Test
    void money_balances_by_currency_and_amounts_that_are_no_numbers_are_counted_apart() throws IOException {
        FrontDoor door = new FrontDoor(folder);
        door.put("payments_20240101.csv", HEADER, "b1;1.000,50;EUR", "b2;20;EUR", "b3;300;USD", "b4;ten;EUR", ";5;EUR")
                .put(
                        "payments_20240101_again.csv",
                        HEADER,
                        "b1;1.000,50;EUR",
                        "b2;20;EUR",
                        "b3;300;USD",
                        "b4;ten;EUR",
                        ";5;EUR")
                .put("payments_20240102.csv", HEADER, "b1;1.000,50;EUR", "b2;25;EUR", "b5;7;EUR;more", "b6;-2,25;EUR")
                .take("bank");

        assertThat(door.book().money())
                .containsExactly(
                        "EUR 3081.2500 = 1023.2500 + 20.0000 + 2026.0000 + 12.0000, 2 not numeric",
                        "USD 600.0000 = 300.0000 + 0.0000 + 300.0000 + 0.0000, 0 not numeric");
        assertThat(door.book().unbalanced()).isEmpty();

        door.lose("payments", "payment_id = 'b3'");

        assertThat(door.book().unbalancedMoney()).containsExactly("USD");
    }
}
