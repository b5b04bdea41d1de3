package org.offtake.sample.webshop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.offtake.sample.chance.Dice;

/** An article of the web shop; a deal sells it at sixty percent of the list price. Prices in EUR before VAT. */
record Article(String sku, String title, String category, BigDecimal listPrice, BigDecimal dealPrice, BigDecimal cost) {
    static final int VAT_PERCENT = 21;

    private static final List<String> CATEGORIES =
            List.of("ELECTRONICA", "KEUKEN", "TUIN", "SPORT", "REIZEN", "SPEELGOED");
    private static final List<String> TITLES =
            List.of("Koptelefoon", "Pannenset", "Parasol", "Yogamat", "Handbagagekoffer", "Bouwdoos");
    private static final int COUNT = 90;

    static List<Article> all(long seed) {
        return IntStream.range(0, COUNT).mapToObj(it -> article(seed, it)).toList();
    }

    private static Article article(long seed, int number) {
        int kind = number % CATEGORIES.size();
        double list = Dice.of(seed, "webshop article", number).logBetween(12, 160);
        return new Article(
                "WS-" + (1000 + number),
                TITLES.get(kind) + " " + (1 + number / CATEGORIES.size()),
                CATEGORIES.get(kind),
                cents(list),
                cents(list * 0.6),
                cents(list * 0.41));
    }

    /** VAT on a net amount, rounded half up to the cent. */
    static BigDecimal vat(BigDecimal net) {
        return net.multiply(BigDecimal.valueOf(VAT_PERCENT)).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
