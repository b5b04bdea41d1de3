package org.offtake.patterns.contract;

/**
 * From which probability on a risk of a contract is told: early an alarm is worth more, so it may be wrong more often; late only what is all but certain is news.
 *
 * @param early told above this while at least {@code inTime} days of the term are left
 * @param late told above this afterwards
 * @param inTime days before the last day with which something can still be done about it
 * @param over below this it is no longer so
 */
public record RiskRule(double early, double late, int inTime, double over) {
    /** Three in four while 150 days are left, then nineteen in twenty; over when it is likelier not to happen. */
    public static final RiskRule USUAL = new RiskRule(0.75, 0.95, 150, 0.5);

    public boolean isTold(double probability, long daysLeft) {
        return probability > (daysLeft < inTime ? late : early);
    }
}
