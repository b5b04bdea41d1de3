package org.offtake.patterns.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which contract of a customer an event counts for when several are active: the one that began last, because it was agreed knowing the others. When two began
 * together it is the one that ends first, then the one with the lower number. So every event counts once, and splitting one never makes a contract look
 * fulfilled by what another was agreed for.
 */
public final class Attribution {
    private static final Comparator<Contract> PRECEDENCE = Comparator.comparing(
                    Contract::startDate, Comparator.reverseOrder())
            .thenComparing(Contract::endDate)
            .thenComparing(Contract::contractNo);

    private Attribution() {}

    /** The contract that what is taken on that day counts for, of the contracts of one customer. */
    public static Optional<Contract> on(List<Contract> contracts, LocalDate day) {
        return contracts.stream().filter(it -> it.isActiveOn(day)).min(PRECEDENCE);
    }

    /** What counts for each contract, by its number; what was taken outside every term is left out. */
    public static Map<String, List<Taken>> of(List<Contract> contracts, List<Taken> taken) {
        Map<String, List<Taken>> byContract = new LinkedHashMap<>();
        contracts.forEach(it -> byContract.put(it.contractNo(), new ArrayList<>()));
        for (Taken it : taken) {
            on(contracts, it.date()).ifPresent(contract -> byContract
                    .computeIfAbsent(contract.contractNo(), any -> new ArrayList<>())
                    .add(it));
        }
        return byContract;
    }
}
