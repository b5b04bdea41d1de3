package org.offtake.patterns.contract.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Change;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Outlook;
import org.offtake.patterns.contract.Taken;

/** Rhythm and order size of one customer, order by order: an outlook for any day after the last one. */
final class CustomerFilter {
    private final OperationalTime time;
    private final Assumptions assumed;
    private final RateFilter rate;
    private final SizeFilter size;
    private final double regularity;
    private LocalDate last;
    private boolean ordered;

    CustomerFilter(Priors priors, Gaps yearOne, OperationalTime time, Assumptions assumed, LocalDate since) {
        this.time = time;
        this.assumed = assumed;
        this.regularity = priors.rate().regularity(yearOne);
        this.rate = new RateFilter(priors.rate(), regularity, assumed);
        this.size = new SizeFilter(priors.size(), assumed);
        this.last = since;
    }

    static CustomerFilter of(AgreedSet set, Priors priors, Contract contract) {
        Gaps gaps = priors.gaps().getOrDefault(contract.customerId(), Gaps.of(List.of()));
        return new CustomerFilter(
                priors,
                gaps,
                priors.time(set, contract.customerId()),
                Assumptions.USUAL,
                contract.startDate().minusDays(1));
    }

    void order(Taken taken) {
        double gap = time.between(last, taken.date());
        if (ordered) {
            rate.order(gap);
        }
        size.order(taken.value(), ordered ? gap : 0);
        ordered = true;
        last = taken.date();
    }

    Outlook outlook(LocalDate day) {
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
