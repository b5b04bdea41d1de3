package org.offtake.sample.boutique;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.offtake.sample.chance.Dice;

/** An article of the boutiques; prices in EUR a piece, before VAT. */
record Item(String code, String name, String category, BigDecimal price, BigDecimal cost) {
    static final int VAT_PERCENT = 21;

    private static final List<String> CATEGORIES = List.of("WATCH", "RING", "BAG", "SCARF", "PERFUME");
    private static final List<String> NAMES = List.of("Watch", "Ring", "Handbag", "Silk Scarf", "Perfume");
    private static final int COUNT = 60;

    static List<Item> all(long seed) {
        return IntStream.range(0, COUNT).mapToObj(it -> item(seed, it)).toList();
    }

    /** EUR before VAT for that many pieces, rounded half up to the cent. */
    BigDecimal net(int pieces, int discountPercent) {
        return price.multiply(BigDecimal.valueOf((long) pieces * (100 - discountPercent)))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }

    static BigDecimal vat(BigDecimal net) {
        return net.multiply(BigDecimal.valueOf(VAT_PERCENT)).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }

    private static Item item(long seed, int number) {
        int kind = number % CATEGORIES.size();
        BigDecimal price = BigDecimal.valueOf(
                Math.round(Dice.of(seed, "boutique item", number).logBetween(80, 6_000)) * 100, 2);
        return new Item(
                "BI-" + (300 + number),
                NAMES.get(kind) + " No. " + (1 + number / CATEGORIES.size()),
                CATEGORIES.get(kind),
                price,
                price.multiply(new BigDecimal("0.45")).setScale(2, RoundingMode.HALF_UP));
    }
}
