package org.offtake.sample.patterns;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What only the generator knows.
 *
 * <p>{@code truth.csv}: one row per customer; {@code mean_gap} in operational days at the end of day 364, {@code k} the shape of the gamma of the
 * gaps, {@code drift} the yearly standard deviation of the logarithm of the mean gap, {@code begins_date} the day from which it can order; per
 * group the probability that an order holds it, mean and standard deviation of the logarithm of the quantity (without the wild ones, see
 * {@link Habit}) and the price, empty where it is not bought. {@code seasons.csv}: operational time of a day per segment. {@code closures.csv}: own
 * holidays, both days included, in which no operational time passes. What is decided on in a weekend is entered on Monday.
 */
final class TruthFiles implements Closeable {
    private final CsvWriter csv;

    TruthFiles(Path folder) throws IOException {
        csv = CsvWriter.builder().build(folder.resolve("truth.csv"));
        List<String> names =
                new ArrayList<>(List.of("customer_id", "segment", "mean_gap", "k", "drift", "begins_date"));
        for (int group = 0; group < Assortment.GROUPS; group++) {
            for (String name : List.of("probability", "mu", "sigma", "unit_price")) {
                names.add(name + "_G" + group);
            }
        }
        csv.writeRecord(names);
    }

    static void writeSeasons(Path folder) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("seasons.csv"))) {
            csv.writeRecord("segment", "date", "factor");
            for (Segment segment : Segment.values()) {
                for (int day = 0; day < TwoYears.DAYS; day++) {
                    csv.writeRecord(segment.name(), TwoYears.date(day).toString(), number(segment.pace(day)));
                }
            }
        }
    }

    static void writeClosures(Path folder, List<Buyer> buyers) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("closures.csv"))) {
            csv.writeRecord("customer_id", "first_date", "last_date");
            for (Buyer buyer : buyers) {
                for (int year = 0; year < TwoYears.DAYS; year += TwoYears.YEAR) {
                    if (buyer.closure().isPresent()) {
                        Closure it = buyer.closure().orElseThrow();
                        csv.writeRecord(
                                buyer.code(),
                                TwoYears.date(year + it.firstDayOfYear()).toString(),
                                TwoYears.date(year + it.lastDayOfYear()).toString());
                    }
                }
            }
        }
    }

    void write(Buyer buyer, Rhythm rhythm) {
        List<String> row = new ArrayList<>(List.of(
                buyer.code(),
                buyer.segment().name(),
                number(rhythm.gapAfterYearOne()),
                number(buyer.regularity()),
                number(Rhythm.DRIFT),
                TwoYears.date(buyer.begins()).toString()));
        for (int group = 0; group < Assortment.GROUPS; group++) {
            Optional<Habit> habit = buyer.assortment().of(group);
            row.add(habit.map(it -> number(buyer.assortment().incidence(it))).orElse(""));
            row.add(habit.map(it -> number(it.logSize())).orElse(""));
            row.add(habit.map(it -> number(it.logSpread())).orElse(""));
            row.add(habit.map(it -> LabelFiles.amount(it.unitPrice())).orElse(""));
        }
        csv.writeRecord(row);
    }

    private static String number(double value) {
        return Double.toString(Math.round(1e6 * value) / 1e6);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
