package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An article of the wholesaler.
 *
 * @param listPriceOf2026 EUR a unit, before VAT, in 2026; prices rise three percent every first of January
 * @param vatPercent the Dutch rate: 21 or 9
 */
record Product(
        int number, String sku, String name, String group, String unit, BigDecimal listPriceOf2026, int vatPercent) {
    private static final double YEARLY_RISE = 1.03;
    private static final BigDecimal COST_SHARE = new BigDecimal("0.62");

    BigDecimal listPrice(int year) {
        double price = listPriceOf2026.doubleValue() * StrictMath.pow(YEARLY_RISE, year - 2026);
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal cost(int year) {
        return listPrice(year).multiply(COST_SHARE).setScale(2, RoundingMode.HALF_UP);
    }
}
