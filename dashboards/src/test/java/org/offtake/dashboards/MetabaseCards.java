package org.offtake.dashboards;

import java.util.List;
import org.offtake.dashboards.metabase.wanted.Scope;
import org.offtake.dashboards.metabase.wanted.Wanted;
import org.offtake.dashboards.metabase.wanted.WantedCard;
import org.offtake.dashboards.metabase.wanted.Wish;

/** The cards that the shipped dashboards become. */
final class MetabaseCards {
    static final List<Dashboard> DASHBOARDS = Dashboard.readAll(List.of(Warehouse.DASHBOARDS));
    static final Wanted WANTED =
            Wish.of(DASHBOARDS, new Scope("house", "Offtake", List.of(Language.NL, Language.EN), Warehouse.COMPANIES));

    private MetabaseCards() {}

    static WantedCard card(String slug) {
        return WANTED.cards().stream()
                .filter(card -> card.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no card " + slug));
    }
}
