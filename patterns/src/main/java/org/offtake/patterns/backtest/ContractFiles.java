package org.offtake.patterns.backtest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Measure;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.score.AgreedSet;

/**
 * The files of a labelled set as far as contracts need them.
 *
 * @param files of orders, customers and those who are left out
 * @param contracts contract_no, customer_id, start_date, end_date, committed_value_eur
 */
public record ContractFiles(LabelledFiles files, Path contracts) {
    private static final List<String> CONTRACTS =
            List.of("contract_no", "customer_id", "start_date", "end_date", "committed_value_eur");

    /** Scoring begins a year after the first order, which may come some days after the year has begun. */
    private static final int FIRST_DAYS = 7;

    /**
     * What was agreed for terms that lie within the days that are scored; they may begin a week earlier.
     *
     * @param outside contracts that began before that or end after them, and are left out
     */
    public record Agreed(AgreedSet set, int outside) {}

    /** @throws LabelledFileException naming file, line and what is wrong with it */
    public Agreed read(LabelledSet.Period period) {
        Map<String, String> segments = new TreeMap<>();
        LabelledRow.each(
                files.customers(),
                LabelledFiles.CUSTOMERS,
                row -> segments.put(row.text("customer_id"), row.text("segment")));
        Set<String> gone = new HashSet<>();
        LabelledRow.each(files.excluded(), LabelledFiles.EXCLUDED, row -> gone.add(row.text("customer_id")));
        Set<String> numbers = new HashSet<>();
        List<Contract> agreed = new ArrayList<>();
        LabelledRow.each(contracts, CONTRACTS, row -> {
            Contract contract = new Contract(
                    row.text("contract_no"),
                    row.text("customer_id"),
                    Measure.VALUE,
                    row.number("committed_value_eur"),
                    LocalDate.ofEpochDay(row.day("start_date")),
                    LocalDate.ofEpochDay(row.day("end_date")),
                    List.of());
            if (!segments.containsKey(contract.customerId())) {
                throw row.unknown(contract.customerId(), files.customers());
            }
            if (!numbers.add(contract.contractNo())) {
                throw row.twice("contract " + contract.contractNo());
            }
            if (contract.amount() <= 0) {
                throw row.wrong("committed_value_eur", "not above 0");
            }
            if (contract.endDate().isBefore(contract.startDate())) {
                throw row.wrong("end_date", "before the start");
            }
            agreed.add(contract);
        });
        List<Contract> within = agreed.stream()
                .filter(contract -> contract.startDate().toEpochDay() >= period.scoredFrom() - FIRST_DAYS
                        && contract.endDate().toEpochDay() <= period.lastDay())
                .toList();
        return new Agreed(new AgreedSet(taken(), segments, within, gone), agreed.size() - within.size());
    }

    private Map<String, List<Taken>> taken() {
        Map<String, Map<LocalDate, Taken>> days = new TreeMap<>();
        LabelledRow.each(files.orders(), LabelledFiles.ORDERS, row -> {
            LocalDate day = LocalDate.ofEpochDay(row.day("order_date"));
            double quantity = row.number("quantity");
            days.computeIfAbsent(row.text("customer_id"), ignored -> new TreeMap<>())
                    .merge(
                            day,
                            new Taken(day, quantity, quantity * row.number("unit_price_eur")),
                            (some, more) ->
                                    new Taken(day, some.quantity() + more.quantity(), some.value() + more.value()));
        });
        Map<String, List<Taken>> orders = new TreeMap<>();
        days.forEach((customer, taken) -> orders.put(customer, List.copyOf(taken.values())));
        return orders;
    }
}
