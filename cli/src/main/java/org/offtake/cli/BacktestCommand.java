package org.offtake.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offtake.patterns.backtest.Backtest;
import org.offtake.patterns.backtest.ContractFiles;
import org.offtake.patterns.backtest.ContractTables;
import org.offtake.patterns.backtest.LabelledFileException;
import org.offtake.patterns.backtest.LabelledFiles;
import org.offtake.patterns.backtest.LabelledSet;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.backtest.RetailFiles;
import org.offtake.patterns.backtest.Table;
import org.offtake.patterns.contract.score.ContractScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays past orders and says what the alarms would have been worth. */
@Command(
        name = "backtest",
        description = {
            "Replay labelled orders day by day, and score the alarms beside those of plain rules.",
            "The first year teaches, the rest is scored. --orders, --customers, --deviations and --exclude are needed;"
                    + " a file with nothing but the line customer_id leaves nobody out.",
            "With --inject, deviations are planted into the real orders of the folder that ONLINE_RETAIL_DIR names."
        })
final class BacktestCommand implements Callable<Integer> {
    private static final String RETAIL = "ONLINE_RETAIL_DIR";

    @Option(
            names = "--orders",
            paramLabel = "FILE",
            description = "order_date, customer_id, product_group, quantity, unit_price_eur")
    private @Nullable Path orders;

    @Option(names = "--customers", paramLabel = "FILE", description = "customer_id, segment, account_manager")
    private @Nullable Path customers;

    @Option(
            names = "--contracts",
            paramLabel = "FILE",
            description = "contract_no, customer_id, start_date, end_date, committed_value_eur")
    private @Nullable Path contracts;

    @Option(
            names = "--deviations",
            paramLabel = "FILE",
            description = "customer_id, kind (any word, for the figures by kind), onset_date, direction (UP or DOWN)")
    private @Nullable Path deviations;

    @Option(
            names = "--exclude",
            paramLabel = "FILE",
            description = "customer_id of those who are left out, such as those who left before scoring began")
    private @Nullable Path exclude;

    @Option(names = "--inject", paramLabel = "SEED", description = "Plant deviations into real orders by this seed.")
    private @Nullable Long seed;

    @Option(
            names = "--threshold",
            paramLabel = "H",
            description = "Evidence that is enough: a false alarm at most once in so many customer-years (default:"
                    + " ${DEFAULT-VALUE}).")
    private double threshold = 20;

    @Option(
            names = "--silence",
            paramLabel = "DAYS",
            description =
                    "Days without an order that are told whatever the rhythm, in the rows that try this beside evidence"
                            + " (default: ${DEFAULT-VALUE}).")
    private double silence = 90;

    @Option(names = "--sweep", description = "Also score thresholds from lax to strict.")
    private boolean sweep;

    @Mixin
    private Printing printing = new Printing();

    @Override
    public Integer call() {
        if (!(threshold > 0) || Double.isInfinite(threshold)) {
            throw new IllegalArgumentException("--threshold is " + threshold + ": give a number above 0");
        }
        if (!(silence > 0) || Double.isInfinite(silence)) {
            throw new IllegalArgumentException("--silence is " + silence + ": give a number of days above 0");
        }
        try {
            LabelledSet set = set();
            say(set.orderDays() + " order days of " + set.customers().size() + " customers; those before "
                    + LocalDate.ofEpochDay(set.scoredFrom()) + " teach");
            warnOfOutOfReach(set);
            Optional<ContractFiles.Agreed> agreed =
                    Optional.ofNullable(contracts).map(file -> new ContractFiles(files(), file).read(set.period()));
            Backtest backtest = Backtest.of(set);
            say("replaying " + LocalDate.ofEpochDay(set.scoredFrom()) + " to " + LocalDate.ofEpochDay(set.lastDay()));
            List<Table> tables = new ArrayList<>(backtest.tables(threshold, silence));
            agreed.ifPresent(known -> {
                say("following " + known.set().contracts().size() + " contracts");
                tables.addAll(ContractTables.of(
                        ContractScore.of(known.set(), LocalDate.ofEpochDay(set.firstDay())), known.outside()));
            });
            if (sweep) {
                tables.add(backtest.curve());
            }
            tables.forEach(this::print);
            return ExitCode.DONE;
        } catch (LabelledFileException wrong) {
            System.err.println(wrong.getMessage());
            return ExitCode.OUR_MISTAKE;
        }
    }

    private static void say(String line) {
        System.err.println(line);
    }

    private static void warnOfOutOfReach(LabelledSet set) {
        List<Deviation> deviations = set.outOfReach();
        if (deviations.isEmpty()) {
            return;
        }
        Deviation first = deviations.get(0);
        say("WARNING scored are " + LocalDate.ofEpochDay(set.scoredFrom()) + " to "
                + LocalDate.ofEpochDay(set.lastDay()) + "; nothing told on these days can find "
                + deviations.size() + " of the " + set.deviations().size() + " deviations, such as that of "
                + first.customer() + " from " + LocalDate.ofEpochDay(first.onset())
                + " on: they count as not found, so leave them away or give the orders of their days");
    }

    private LabelledSet set() {
        Long planted = seed;
        if (planted != null) {
            if (Stream.of(orders, customers, contracts, deviations, exclude).anyMatch(Objects::nonNull)) {
                throw new IllegalArgumentException(
                        "--inject plants into the orders of " + RETAIL + ": leave the files of a labelled set away");
            }
            return new RetailFiles(retailFolder()).plant(planted);
        }
        return files().read();
    }

    private LabelledFiles files() {
        if (orders != null && customers != null && deviations != null && exclude != null) {
            return new LabelledFiles(orders, customers, deviations, exclude);
        }
        Map<String, @Nullable Path> needed = new LinkedHashMap<>();
        needed.put("--orders FILE", orders);
        needed.put("--customers FILE", customers);
        needed.put("--deviations FILE", deviations);
        needed.put("--exclude FILE", exclude);
        List<String> missing = needed.entrySet().stream()
                .filter(option -> option.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        throw new IllegalArgumentException(String.join(", ", missing)
                + (missing.size() == 1 ? " is" : " are")
                + " missing; without labels, --inject SEED plants deviations into real orders");
    }

    private static Path retailFolder() {
        return Optional.ofNullable(System.getenv(RETAIL))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--inject needs real orders: let " + RETAIL + " name the folder of the daily files"));
    }

    private void print(Table table) {
        List<String> names = table.columns();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(new ArrayList<>(row)));
        Format format = printing.format();
        if (format == Format.TABLE) {
            System.out.println(table.title());
            format.print(names, rows, System.out);
            System.out.println();
            return;
        }
        rows.forEach(row -> row.add(0, table.title()));
        format.print(Stream.concat(Stream.of("part"), names.stream()).toList(), rows, System.out);
    }
}
