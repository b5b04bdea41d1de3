package org.offtake.sample.patterns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.offtake.sample.chance.Dice;

/**
 * Two years of purchases from a seed, with the deviations that were planted in year two and the parameters behind all of it.
 *
 * <p>Gaps between orders are gamma in operational time (season of the segment, Christmas, own holiday), their mean walks at random by
 * {@link Rhythm#DRIFT} a year; product groups come and go independently, quantities are lognormal with wild ones. The same seed gives the same
 * bytes, and a customer is the same whatever the number of customers.
 */
public record LabelledPatterns(long seed, int customers) {
    public LabelledPatterns {
        if (customers < 1 || customers > 100_000) {
            throw new IllegalArgumentException("customers is " + customers + ": give a number from 1 to 100000");
        }
    }

    public static LabelledPatterns of(long seed, int customers) {
        return new LabelledPatterns(seed, customers);
    }

    /**
     * Writes {@code orders.csv}, {@code customers.csv}, {@code contracts.csv}, {@code deviations.csv} and {@code left_before_scoring.csv}, and for
     * a detector that may know the truth {@code truth.csv}, {@code seasons.csv} and {@code closures.csv}; files of these names are replaced.
     *
     * @throws IOException when a file cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Buyer> buyers = IntStream.range(0, customers)
                .mapToObj(number -> Buyer.drawn(seed, number))
                .toList();
        LabelFiles.write(folder, buyers);
        TruthFiles.writeSeasons(folder);
        TruthFiles.writeClosures(folder, buyers);
        try (OrderFile orders = new OrderFile(folder);
                ContractFile contracts = new ContractFile(folder);
                TruthFiles truth = new TruthFiles(folder)) {
            for (Buyer buyer : buyers) {
                Rhythm rhythm = rhythm(buyer);
                orders.write(buyer, baskets(buyer, rhythm));
                contracts.write(buyer, rhythm);
                truth.write(buyer, rhythm);
            }
        }
    }

    Rhythm rhythm(Buyer buyer) {
        return Rhythm.of(buyer, buyer.clock(), Dice.of(seed, "rhythm", buyer.number()));
    }

    List<Basket> baskets(Buyer buyer, Rhythm rhythm) {
        return Basket.of(buyer, rhythm, seed);
    }
}
