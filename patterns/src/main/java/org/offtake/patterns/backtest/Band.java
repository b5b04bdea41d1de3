package org.offtake.patterns.backtest;

import org.offtake.patterns.backtest.LabelledSet.Customer;

/** How often a customer orders. */
enum Band {
    OFTEN("every 14 days or more often"),
    MONTHLY("every 14 to 30 days"),
    SELDOM("more seldom than every 30 days"),
    UNKNOWN("fewer than two orders");

    private final String says;

    Band(String says) {
        this.says = says;
    }

    String says() {
        return says;
    }

    static Band of(LabelledSet set, Customer customer) {
        double interval = Score.ownInterval(set, customer);
        if (interval <= 0) {
            return UNKNOWN;
        }
        return interval <= 14 ? OFTEN : interval <= 30 ? MONTHLY : SELDOM;
    }
}
