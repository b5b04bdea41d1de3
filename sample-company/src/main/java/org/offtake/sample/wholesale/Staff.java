package org.offtake.sample.wholesale;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.wholesale.Customer.From;

/** Who works at the wholesaler; one salesperson leaves and another takes over. */
final class Staff {
    /** An employee; the end is empty text while the job lasts. */
    record Employee(String code, String name, String role, String team, String manager, LocalDate start, Object end) {}

    static final LocalDate HANDOVER = LocalDate.of(2026, 4, 1);
    private static final String LEAVER = "V03";
    private static final String SUCCESSOR = "V09";
    private static final LocalDate HIRED = LocalDate.of(2018, 1, 1);

    private static final List<String> REPS = List.of("V01", "V02", LEAVER, "V04", "V05", "V06", "V07", "V08");

    static final List<Employee> EMPLOYEES = List.of(
            new Employee("L01", "Manager Verkoop", "SALES_MANAGER", "VERKOOP", "", HIRED, ""),
            rep("V01", "NOORD", HIRED, ""),
            rep("V02", "NOORD", HIRED, ""),
            rep(LEAVER, "NOORD", HIRED, HANDOVER.minusDays(1)),
            rep("V04", "MIDDEN", HIRED, ""),
            rep("V05", "MIDDEN", HIRED, ""),
            rep("V06", "MIDDEN", HIRED, ""),
            rep("V07", "ZUID", HIRED, ""),
            rep("V08", "ZUID", HIRED, ""),
            rep(SUCCESSOR, "NOORD", HANDOVER.minusDays(14), ""),
            new Employee("B01", "Binnendienst 1", "CLERK", "BINNENDIENST", "L01", HIRED, ""),
            new Employee("B02", "Binnendienst 2", "CLERK", "BINNENDIENST", "L01", HIRED, ""));

    private Staff() {}

    /** The salespeople a customer has over time: sometimes a change, always the handover. */
    static List<From> repsOf(Dice dice, LocalDate since, LocalDate storyDay) {
        List<From> reps = new ArrayList<>();
        reps.add(new From(since, dice.pick(REPS)));
        boolean moves = dice.chance(0.05);
        LocalDate day = storyDay.minusDays(dice.between(20, 600));
        String next = dice.pick(REPS);
        if (reps.get(0).value().equals(LEAVER)) {
            if (since.isBefore(HANDOVER)) {
                reps.add(new From(HANDOVER, SUCCESSOR));
            } else {
                reps.set(0, new From(since, SUCCESSOR));
            }
        } else if (moves
                && day.isAfter(since)
                && !next.equals(LEAVER)
                && !next.equals(reps.get(0).value())) {
            reps.add(new From(day, next));
        }
        return reps;
    }

    private static Employee rep(String code, String team, LocalDate start, Object end) {
        return new Employee(code, "Verkoper " + code, "SALES_REP", team, "L01", start, end);
    }
}
