package org.offtake.patterns.backtest;

import java.util.List;
import org.offtake.patterns.contract.score.ContractScore;

/** How well it is told that a contract will end below nine tenths of what was agreed. */
public final class ContractTables {
    private ContractTables() {}

    /**
     * Alarms beside the rules of the trade, and how good the projections of three days of the year are; a figure of no
     * contracts is left empty.
     *
     * @param outside contracts that were left out
     */
    public static List<Table> of(ContractScore score, int outside) {
        List<List<Object>> alarms = score.alarms().stream()
                .map(rule -> List.<Object>of(
                        rule.rule(),
                        rule.alarms() == 0 ? "" : ScoreRows.rounded(rule.precision(), 2),
                        score.fellShort() == 0 ? "" : ScoreRows.rounded(rule.recall(), 2),
                        score.fellShort() == 0 ? "" : ScoreRows.rounded(rule.f1(), 2),
                        rule.hits() == 0 ? "" : ScoreRows.rounded(rule.medianLead(), 0),
                        score.fellShort() == 0 ? "" : ScoreRows.rounded(rule.recallInTime(), 2),
                        rule.alarms(),
                        rule.hits()))
                .toList();
        List<List<Object>> coverage = score.coverage().stream()
                .filter(day -> score.contracts() > 0)
                .map(day -> List.<Object>of(
                        day.day(),
                        ScoreRows.rounded(day.in80(), 3),
                        ScoreRows.rounded(day.in95(), 3),
                        ScoreRows.rounded(day.brier(), 3),
                        ScoreRows.rounded(day.baseBrier(), 3),
                        ScoreRows.rounded(day.error(), 2),
                        ScoreRows.rounded(day.straightLineError(), 2)))
                .toList();
        return List.of(
                new Table(
                        "contracts: " + score.contracts() + ", of which " + score.fellShort()
                                + " ended below nine tenths; "
                                + outside + " with terms outside of the scored days are left out",
                        List.of(
                                "rule",
                                "precision",
                                "recall",
                                "f1",
                                "lead_days",
                                "recall_150_days_ahead",
                                "alarms",
                                "found"),
                        alarms),
                new Table(
                        "contracts: the projection to the end of term",
                        List.of(
                                "day",
                                "in_80_interval",
                                "in_95_interval",
                                "brier",
                                "brier_of_base_rate",
                                "error",
                                "error_of_straight_line"),
                        coverage));
    }
}
