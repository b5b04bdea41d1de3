package org.offtake.patterns.contract.belief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Change;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Outlook;
import org.offtake.patterns.contract.Taken;

/** Rhythm and order size of one customer, order by order: an outlook for any day after the last one. */
public final class CustomerFilter {
    private final OperationalTime time;
    private final Assumptions assumed;
    private final RateFilter rate;
    private final SizeFilter size;
    private final double regularity;
    private LocalDate last;
    private boolean ordered;

    /**
     * @param known gaps from which the regularity is told; it stays as it is
     * @param since from when the first open gap is counted while no order has come
     */
    public CustomerFilter(RatePrior ratePrior, SizePrior sizePrior, Gaps known, OperationalTime time, LocalDate since) {
        this.time = time;
        this.assumed = Assumptions.USUAL;
        this.regularity = ratePrior.regularity(known);
        this.rate = new RateFilter(ratePrior, regularity, assumed);
        this.size = new SizeFilter(sizePrior, assumed);
        this.last = since;
    }

    /**
     * Of the customer of a contract, before their first order: where other customers do not tell how large an order is, the commitment and a usual rate do.
     *
     * @param variance of the logarithm of sizes within a customer
     * @param known gaps before the term
     */
    public static CustomerFilter of(
            Contract contract, RatePrior ratePrior, double variance, Gaps known, OperationalTime time) {
        LocalDate before = contract.startDate().minusDays(1);
        double orders = Math.max(1, time.between(before, contract.endDate()) * ratePrior.shape() / ratePrior.rate());
        SizePrior size = SizePrior.around(contract.amount() / orders, variance);
        return new CustomerFilter(ratePrior, size, known, time, before);
    }

    public void order(Taken taken) {
        double gap = time.between(last, taken.date());
        if (ordered) {
            rate.order(gap);
        }
        size.order(taken.value(), ordered ? gap : 0);
        ordered = true;
        last = taken.date();
    }

    public Outlook outlook(LocalDate day) {
        double openGap = time.between(last, day);
        RateFilter.Belief belief = rate.after(openGap);
        double[] sizes = size.states();
        double same = Math.max(0, 1 - belief.slowed() - belief.stopped());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(belief.stopped(), 0, 1));
        for (int i = 0; i < sizes.length; i++) {
            changes.add(new Change(belief.slowed() * sizes[i], belief.left(), SizeFilter.LEFT[i]));
            if (i > 0) {
                changes.add(new Change(same * sizes[i], 1, SizeFilter.LEFT[i]));
            }
        }
        return new Outlook(
                belief.rate(), regularity, openGap, size.value(), changes, assumed.hazards(), assumed.drift());
    }
}
