package org.offtake.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One order of the wholesaler in one state, made from its number alone.
 *
 * <p>Prices are multiples of five cents and discounts of twenty percent, so that every amount is exact in cents, and an
 * engine that divides by way of floating point gives the same amounts.
 *
 * @param taken the day it was taken in
 * @param stated the day of this state
 * @param shortBy what was delivered less than ordered, on every line
 */
record SalesOrder(long number, LocalDate taken, LocalDate stated, int shortBy) {
    static final int LINES = 4;
    static final String HEADER =
            "Ordernummer;Ordertype;Kanaal;Klantnr;Klantreferentie;Offertenr;Contractnr;Verkoper;Magazijn;Ontvangen op;"
                    + "Ingevoerd op;Bevestigd op;Gewenste datum;Toegezegde datum;Geleverd op;Geannuleerd op;"
                    + "Reden annulering;Status;Valuta;Bedrag excl. btw;Btw-bedrag;Bedrag incl. btw;Gewijzigd op\n";
    static final String LINE_HEADER =
            "Ordernummer;Regel;Artikel;Omschrijving;Aantal;Eenheid;Aantal geleverd;Aantal gefactureerd;"
                    + "Aantal geannuleerd;Prijs;Lijstprijs;Korting %;Bedrag excl. btw;Btw-code;Btw %;Kostprijs;"
                    + "Contractnr;Contractregel;Offertenr;Offerteregel;Toegezegde datum;Geleverd op;Gewijzigd op\n";

    private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

    /** The order as it is stated once more, delivered short by one. */
    SalesOrder again(LocalDate day) {
        return new SalesOrder(number, taken, day, 1);
    }

    String id() {
        return String.format(Locale.ROOT, "O%09d", number);
    }

    String header(int customers, int products) {
        long net = 0;
        for (int line = 1; line <= LINES; line++) {
            net += netCents(line, products);
        }
        long vat = Math.round(net * 0.21);
        return String.join(
                        ";",
                        id(),
                        "STANDARD",
                        number % 3 == 0 ? "EDI" : "PHONE",
                        "K" + (10_000 + number * 7_919 % customers),
                        "",
                        "",
                        "",
                        "M" + number % 7,
                        "MAG",
                        at(taken, "08:00:00"),
                        at(taken, "08:05:00"),
                        at(taken, "09:00:00"),
                        DUTCH.format(taken.plusDays(2)),
                        DUTCH.format(taken.plusDays(2)),
                        DUTCH.format(taken.plusDays(2)),
                        "",
                        "",
                        "DELIVERED",
                        "EUR",
                        Masters.euros(net),
                        Masters.euros(vat),
                        Masters.euros(net + vat),
                        at(stated, "17:00:00"))
                + "\n";
    }

    String lines(int products) {
        StringBuilder all = new StringBuilder();
        for (int line = 1; line <= LINES; line++) {
            long article = article(line, products);
            long quantity = quantity(line);
            all.append(String.join(
                            ";",
                            id(),
                            Integer.toString(line),
                            "A" + (1_000 + article),
                            "Article " + article,
                            Long.toString(quantity),
                            "DOOS",
                            Long.toString(quantity - shortBy),
                            Long.toString(quantity - shortBy),
                            Integer.toString(shortBy),
                            Masters.euros(Masters.priceCents(article)),
                            Masters.euros(Masters.priceCents(article)),
                            discount(line) + ",00",
                            Masters.euros(netCents(line, products)),
                            "H",
                            "21",
                            Masters.euros(Masters.priceCents(article) * 3 / 5),
                            "",
                            "",
                            "",
                            "",
                            DUTCH.format(taken.plusDays(2)),
                            DUTCH.format(taken.plusDays(2)),
                            at(stated, "17:00:00")))
                    .append('\n');
        }
        return all.toString();
    }

    private long article(int line, int products) {
        return (number * 31 + line * 17L) % products;
    }

    private long quantity(int line) {
        return 2 + (number + line) % 11;
    }

    private int discount(int line) {
        return (number + line) % 5 == 0 ? 20 : 0;
    }

    private long netCents(int line, int products) {
        return (quantity(line) - shortBy) * Masters.priceCents(article(line, products)) * (100 - discount(line)) / 100;
    }

    private static String at(LocalDate day, String time) {
        return DUTCH.format(day) + " " + time + "+01:00";
    }
}
