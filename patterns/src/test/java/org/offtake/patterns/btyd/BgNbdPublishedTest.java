package org.offtake.patterns.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers printed elsewhere for BG/NBD, at parameters printed with them; weeks. What takes the data is in CdnowTest. */
class BgNbdPublishedTest {
    /** Fader, Hardie and Lee (2005), table 1. */
    private static final BgNbd ROUNDED = new BgNbd(0.243, 4.414, 0.793, 2.426);

    private static final PurchaseHistory PRINTED = new PurchaseHistory(2, 30.43, 38.86);

    @Test
    void purchases_expected_of_the_customer_in_the_spreadsheet_are_those_in_it() {
        Printed.isReached("1.226", ROUNDED.expectedPurchases(PRINTED, 39));
        Printed.isReached(1.226028, ROUNDED.expectedPurchases(PRINTED, 39));
    }

    @Test
    void the_probability_that_this_customer_is_alive_is_that_of_another_implementation() {
        Printed.isReached(0.726579, ROUNDED.probabilityAlive(PRINTED));
    }

    @Test
    void counts_are_as_probable_as_the_manual_of_the_r_package_btyd_prints() {
        Printed.isReached("0.5737864", ROUNDED.probabilityOfRepeats(0, 39));
        Printed.isReached("1.07869e-07", ROUNDED.probabilityOfRepeats(10, 2));
        List<String> elevenToTwenty = List.of(
                "0.0019995214",
                "0.0015170236",
                "0.0011633150",
                "0.0009003148",
                "0.0007023638",
                "0.0005517902",
                "0.0004361913",
                "0.0003467171",
                "0.0002769613",
                "0.0002222260");
        for (int i = 0; i < elevenToTwenty.size(); i++) {
            Printed.isReached(elevenToTwenty.get(i), ROUNDED.probabilityOfRepeats(11 + i, 30));
        }
    }

    @Test
    void probabilities_of_all_counts_add_up_to_one_and_their_mean_is_the_expectation() {
        double sum = 0;
        double mean = 0;
        for (int repeats = 0; repeats < 400; repeats++) {
            double probability = ROUNDED.probabilityOfRepeats(repeats, 39);
            sum += probability;
            mean += repeats * probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(ROUNDED.expectedOfNewCustomer(39), within(1e-9));
    }

    @Test
    void likelihoods_that_once_overflowed_are_those_of_hardie_s_note_27() {
        BgNbd hard = new BgNbd(0.25, 4, 0.8, 2.5);
        Printed.isReached(-0.59947382, hard.logLikelihood(new PurchaseHistory(0, 0, 40)));
        Printed.isReached(100.7956931, hard.logLikelihood(new PurchaseHistory(200, 38, 40)));
    }

    @Test
    void a_customer_who_never_came_back_is_alive_for_ever() {
        assertThat(ROUNDED.probabilityAlive(new PurchaseHistory(0, 0, 1e6))).isEqualTo(1);
    }
}
