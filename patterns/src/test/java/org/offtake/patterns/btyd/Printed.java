package org.offtake.patterns.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;

/** Compares with numbers as they are printed in a paper or a manual. */
final class Printed {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Printed() {}

    /** Within a thousandth, or, where fewer digits are printed than that takes, equal to all that are printed. */
    static void isReached(String printed, double actual) {
        BigDecimal number = new BigDecimal(printed);
        double lastDigit = number.ulp().multiply(HALF).doubleValue();
        double thousandth = Math.abs(number.doubleValue()) * 1e-3;
        assertThat(actual).isCloseTo(number.doubleValue(), within(Math.max(lastDigit, thousandth)));
    }

    /** All within a millionth, for numbers with as many digits. */
    static void isReached(double independent, double actual) {
        assertThat(actual).isCloseTo(independent, within(Math.abs(independent) * 1e-6));
    }
}
