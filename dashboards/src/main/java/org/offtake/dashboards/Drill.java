package org.offtake.dashboards;

import java.util.List;

/**
 * Where a click on a number leads.
 *
 * @param to a rows table of the same dashboard
 * @param by columns that both have; the clicked row's values choose the rows
 */
public record Drill(String to, List<String> by) {
    public Drill {
        by = List.copyOf(by);
    }
}
