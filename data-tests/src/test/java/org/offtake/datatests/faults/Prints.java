package org.offtake.datatests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.etl.fingerprint.MartFingerprint;
import org.offtake.models.Layer;

/**
 * What a warehouse holds: every row of the lake with its bookkeeping, a fingerprint of each mart, how the last run stands.
 *
 * <p>The ledger is counted from these rows (deliveries, outcomes, quarantine), so where they are equal it is too.
 */
record Prints(Map<String, String> of) {

    static Prints of(TinyHouse house) {
        Map<String, String> prints = new TreeMap<>();
        Path lake = house.home().resolve("lake");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            for (Path layer : below(lake)) {
                for (Path table : below(layer)) {
                    prints.put(
                            lake.relativize(table).toString(),
                            new DeltaRows(table).read(duck).toString());
                }
            }
            prints.put("last run", lastRun(house));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        TinyHouse.LIBRARY
                .models(Layer.MART)
                .forEach(model -> prints.put(
                        model.table().toString(),
                        MartFingerprint.of(house.database(), model).toString()));
        return new Prints(prints);
    }

    /** What is not as it was to be; empty when all is. */
    String differenceTo(Prints expected) {
        TreeSet<String> names = new TreeSet<>(expected.of().keySet());
        names.addAll(of.keySet());
        return names.stream()
                .filter(name -> !told(name).equals(expected.told(name)))
                .map(name -> name + " was to be " + expected.told(name) + " and is " + told(name))
                .collect(Collectors.joining("; "));
    }

    private String told(String name) {
        return of.getOrDefault(name, "absent");
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The last run as readers are told of it; a run that was stopped must not stay open. */
    private static String lastRun(TinyHouse house) {
        String sql = """
            select status || ' for ' || business_date || ', open ' ||
                   (select count(*) from app.run where status = 'running')
            from app.run order by run_id desc limit 1
            """;
        return house.ask(sql).toString();
    }
}
