package org.offtake.dashboards;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One card of a dashboard.
 *
 * @param width columns of the twelve on a wide screen
 * @param about what the figure is and what it leaves out
 * @param columns what a table shows, in this order
 * @param across what lines, bars and steps stand along
 * @param lines what is drawn along it: the first is the figure, the second what it is held against
 * @param value the figure of a number
 * @param lastYear the same figure a year before
 * @param goodWhenUp whether growth is good news
 * @param stories sentences by the code that the SQL returns in its column {@code story}
 */
public record Item(
        String name,
        Shows shows,
        int width,
        Words title,
        Words about,
        NamedSql sql,
        List<String> columns,
        Optional<String> across,
        List<String> lines,
        Optional<String> value,
        Optional<String> lastYear,
        boolean goodWhenUp,
        Map<String, Words> stories,
        Optional<Drill> drill) {
    public Item {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }
}
