package org.offtake.patterns.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.offtake.patterns.backtest.LabelledSet.Customer;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.detect.Alarm;

/** What an account manager gets each week: at most three new alarms, those with the most money behind them first. */
final class WeeklyList {
    private static final int MOST = 3;

    private record Item(Customer customer, Alarm alarm) {
        double weight() {
            return alarm.probability() * Math.max(0, customer.value());
        }
    }

    private WeeklyList() {}

    static Table of(LabelledSet set, Map<String, List<Alarm>> alarms) {
        Map<String, List<Item>> lists = new TreeMap<>();
        alarms.forEach((id, list) -> {
            Customer customer = set.customers().get(id);
            if (customer == null) {
                return;
            }
            Backtest.kept(list).forEach(alarm -> lists.computeIfAbsent(
                            customer.accountManager() + " " + Math.floorDiv(alarm.day() + 3, 7),
                            ignored -> new ArrayList<>())
                    .add(new Item(customer, alarm)));
        });
        int right = 0;
        int wrong = 0;
        int items = 0;
        Set<String> found = new HashSet<>();
        for (List<Item> list : lists.values()) {
            list.sort(Comparator.comparingDouble(Item::weight).reversed());
            for (Item item : list.subList(0, Math.min(MOST, list.size()))) {
                items++;
                Deviation deviation = set.deviations().get(item.customer.id());
                switch (Verdict.of(
                        Backtest.told(item.alarm), deviation, set.period().horizon())) {
                    case HIT -> {
                        right++;
                        found.add(item.customer.id());
                    }
                    case FALSE -> wrong++;
                    case NEITHER -> {}
                }
            }
        }
        return table(set, items, right, wrong, found.size());
    }

    private static Table table(LabelledSet set, int items, int right, int wrong, int found) {
        double weeks = (set.lastDay() - set.scoredFrom() + 1) / 7.0;
        Map<String, Long> customers = new HashMap<>();
        set.customers().values().stream()
                .filter(customer -> !set.excluded().contains(customer.id()))
                .forEach(customer -> customers.merge(customer.accountManager(), 1L, Long::sum));
        double hundreds = customers.values().stream().mapToLong(Long::longValue).sum() / 100.0;
        long deviations = set.deviations().keySet().stream()
                .filter(id -> !set.excluded().contains(id))
                .count();
        return new Table(
                "the three of the week, by account manager",
                List.of("account_managers", "items", "items_per_100_customers_a_week", "precision", "recall"),
                List.of(List.of(
                        customers.size(),
                        items,
                        ScoreRows.rounded(items / weeks / hundreds, 2),
                        ScoreRows.rounded(right / (double) Math.max(1, right + wrong), 2),
                        ScoreRows.rounded(found / (double) Math.max(1, deviations), 2))));
    }
}
