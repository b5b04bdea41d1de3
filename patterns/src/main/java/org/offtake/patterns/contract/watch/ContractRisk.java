package org.offtake.patterns.contract.watch;

import java.util.OptionalDouble;
import org.offtake.patterns.contract.Projection;

/** What may become of a contract before its last day. */
public enum ContractRisk {
    /** Less than nine tenths of the commitment is taken by the last day (signal D01). */
    SHORT {
        @Override
        OptionalDouble probability(Projection projection) {
            return projection.probabilityShort();
        }
    },
    /** The whole commitment is taken four weeks before the last day or earlier (signal D02). */
    EARLY {
        @Override
        OptionalDouble probability(Projection projection) {
            return projection.probabilityExhausted(WEEKS);
        }

        @Override
        boolean isDecided(Projection projection) {
            return projection.asOfDate().isAfter(projection.contract().endDate().minusWeeks(WEEKS));
        }
    };

    /** Of the term, for which what was agreed would not reach. */
    public static final int WEEKS = 4;

    /** Of it, as told by a projection; empty before a third of the term, and when it is decided. */
    public OptionalDouble of(Projection projection) {
        return isDecided(projection) ? OptionalDouble.empty() : probability(projection);
    }

    abstract OptionalDouble probability(Projection projection);

    /** Whether it is known by the day before what becomes of it. */
    boolean isDecided(Projection projection) {
        return false;
    }
}
