package org.offtake.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The wholesaler's customers and articles, each in two states: half a year on, one in ten has changed. */
final class Masters {
    private static final int CHANGED = 10;

    private Masters() {}

    static void write(Path drop, int customers, int products, LocalDate first) {
        for (LocalDate day : List.of(first, first.plusDays(180))) {
            boolean later = day.isAfter(first);
            List<String> parties = new ArrayList<>(List.of(
                    "Klantnr;Naam;Segment;Plaats;Postcode;Land;Betaaltermijn;Geblokkeerd;Samengevoegd met;Klant sinds;"
                            + "Gewijzigd op"));
            for (int customer = 0; customer < customers; customer++) {
                boolean changed = later && customer % CHANGED == 0;
                parties.add("K" + (10_000 + customer) + ";Customer " + customer + ";" + (changed ? "A" : "B")
                        + ";Utrecht;3500;NL;30;N;;01-01-2020;" + at(changed ? day : first));
            }
            write(drop.resolve("parties_" + stamp(day) + ".csv"), parties);
            List<String> articles = new ArrayList<>(List.of(
                    "Artikel;Omschrijving;Artikelgroep;Eenheid;Btw %;Lijstprijs;Kostprijs;Status;Gewijzigd op"));
            for (int product = 0; product < products; product++) {
                boolean changed = later && product % CHANGED == 0;
                String price = euros(priceCents(product));
                articles.add("A" + (1_000 + product) + ";Article " + product + ";G" + product % 12 + ";DOOS;21;" + price
                        + ";" + price + ";" + (changed ? "PHASED_OUT" : "ACTIVE") + ";" + at(changed ? day : first));
            }
            write(drop.resolve("products_" + stamp(day) + ".csv"), articles);
        }
    }

    /** The price of an article in cents, a multiple of five. */
    static long priceCents(long product) {
        return 100 + product * 35 % 4_000;
    }

    static String stamp(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static String at(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT).format(day) + " 06:00:00+01:00";
    }

    static String euros(long cents) {
        return cents / 100 + "," + String.format(Locale.ROOT, "%02d", cents % 100);
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the file " + file + " cannot be written", unwritable);
        }
    }
}
