package org.offtake.dashboards.metabase.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.offtake.dashboards.Dashboard;
import org.offtake.dashboards.Format;
import org.offtake.dashboards.Item;
import org.offtake.dashboards.Shows;

/** What someone who knows the viewer would look for in Metabase in vain. */
final class Notes {
    private Notes() {}

    static Stream<String> of(Dashboard dashboard) {
        List<String> notes = new ArrayList<>();
        if (dashboard.rows().values().stream().anyMatch(table -> table.sum().isPresent())) {
            notes.add("there is no sum above the rows");
        }
        if (!dashboard.rows().isEmpty()
                && dashboard.columns().values().stream()
                        .anyMatch(column -> !column.values().isEmpty())) {
            notes.add("codes in the rows behind figures are not written out");
        }
        if (has(dashboard, Format.Kind.COUNTRY)) {
            notes.add("countries stand as codes");
        }
        if (has(dashboard, Format.Kind.SIGNAL)) {
            notes.add("following up on a signal is done in the viewer");
        }
        dashboard.items().forEach(item -> notes.addAll(of(dashboard, item)));
        return notes.stream().map(note -> dashboard.name() + ": " + note);
    }

    private static List<String> of(Dashboard dashboard, Item item) {
        if (item.shows() == Shows.BRIDGE) {
            return List.of("the last total of " + item.name() + " is Metabase's own, and named by it");
        }
        boolean ofSeveralCurrencies = item.value()
                .map(value -> dashboard.columns().get(value))
                .flatMap(shown -> shown.format().currency())
                .isPresent();
        return item.shows() == Shows.NUMBER && ofSeveralCurrencies
                ? List.of("the figure of " + item.name() + " is of the first currency"
                        + (item.stories().isEmpty() ? " only" : "; the others stand in the sentences beside it"))
                : List.of();
    }

    private static boolean has(Dashboard dashboard, Format.Kind kind) {
        return dashboard.columns().values().stream()
                .anyMatch(column -> column.format().kind() == kind);
    }
}
