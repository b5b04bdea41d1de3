package org.offtake.patterns.contract.watch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Outlook;
import org.offtake.patterns.contract.Projection;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.belief.AgreedLevels;
import org.offtake.patterns.contract.belief.CustomerFilter;

/**
 * A contract from its first day to its last, each day with what was known at its end. The days after the last purchase are as if nothing more came, so nothing
 * depends on today.
 *
 * @param agreed what commitments tell, each day by what was known of others then
 * @param toldFrom of days before it nothing is told
 */
public record ContractTerm(
        Contract contract, Purchases purchases, OperationalTime time, AgreedLevels agreed, LocalDate toldFrom) {

    /**
     * Where the contract will end, told on each Sunday of its term; nothing without a commitment.
     *
     * @param customer before their first purchase
     */
    public List<Projection> onSundays(CustomerFilter customer) {
        List<Projection> told = new ArrayList<>();
        follow(customer, day -> day.getDayOfWeek() == DayOfWeek.SUNDAY, told::add);
        return List.copyOf(told);
    }

    /** The times through which a risk is told, the earliest ended first; nothing without a commitment, and before a third of the term. */
    public List<ContractEpisode> episodes(CustomerFilter customer) {
        ContractWatch watch = new ContractWatch(contract);
        follow(customer, day -> day.isBefore(contract.endDate()), watch::look);
        return watch.ended();
    }

    /** What came back is no purchase: it says nothing of rhythm and size. */
    private void follow(CustomerFilter customer, Predicate<LocalDate> isLookedAt, Consumer<Projection> told) {
        if (contract.commitment().isEmpty()) {
            return;
        }
        purchases.before().stream().filter(it -> it.value() > 0).forEach(customer::order);
        double taken = 0;
        int next = 0;
        List<Taken> within = purchases.within();
        for (LocalDate day = contract.startDate(); !day.isAfter(contract.endDate()); day = day.plusDays(1)) {
            while (next < within.size() && !within.get(next).date().isAfter(day)) {
                Taken it = within.get(next);
                taken += it.value();
                if (it.value() > 0) {
                    customer.order(it);
                }
                next++;
            }
            if (!day.isBefore(toldFrom) && isLookedAt.test(day)) {
                Outlook outlook = agreed.on(day).with(customer.outlook(day), contract, time, day);
                told.accept(Projection.of(contract, taken, day, outlook, time));
            }
        }
    }
}
