package org.offtake.dashboards.metabase.wanted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.offtake.dashboards.Dashboard;
import org.offtake.dashboards.Format;
import org.offtake.dashboards.Item;
import org.offtake.dashboards.Language;
import org.offtake.dashboards.NamedSql;
import org.offtake.dashboards.RowsTable;
import org.offtake.dashboards.Shows;
import org.offtake.dashboards.Words;

/** Works out of dashboards as files what is to stand in Metabase, once for each language. */
public final class Wish {
    /** The collection that holds all others. */
    public static final String ROOT = "root";

    private static final Words LANGUAGE = new Words("Nederlands", "English");
    private static final Words CARDS = new Words("Kaarten", "Cards");
    private static final Words OVERVIEW = new Words("Overzicht", "Overview");
    private static final Words ROWS = new Words("Regels", "Rows");
    private static final Words STORY = new Words("in woorden", "in words");
    private static final Words BY_HAND = new Words(
            "Gemaakt door Offtake; wat hier met de hand verandert, wordt bij de volgende publicatie teruggezet.",
            "Made by Offtake; what is changed here by hand is put back by the next publication.");

    private final Scope scope;
    private final List<WantedCollection> collections = new ArrayList<>();
    private final List<WantedCard> cards = new ArrayList<>();
    private final List<WantedDashboard> pages = new ArrayList<>();

    private Wish(Scope scope) {
        this.scope = scope;
    }

    public static Wanted of(List<Dashboard> dashboards, Scope scope) {
        Wish wish = new Wish(scope);
        wish.collection(ROOT, Optional.empty(), scope.collection(), BY_HAND.en());
        for (Language language : scope.languages()) {
            wish.collection(language.tag(), Optional.of(ROOT), LANGUAGE.in(language), BY_HAND.in(language));
            String inner = cardsOf(language);
            wish.collection(inner, Optional.of(language.tag()), CARDS.in(language), BY_HAND.in(language));
            dashboards.forEach(dashboard -> wish.dashboard(dashboard, language));
        }
        return new Wanted(
                scope.project(),
                wish.collections,
                wish.cards,
                wish.pages,
                dashboards.stream()
                        .flatMap(dashboard -> notes(dashboard).stream())
                        .toList());
    }

    private static String cardsOf(Language language) {
        return language.tag() + "/cards";
    }

    private void collection(String slug, Optional<String> parent, String name, String about) {
        collections.add(new WantedCollection(slug, parent, name, marked(slug, about)));
    }

    private String marked(String slug, String about) {
        return new Mark(scope.project(), slug).below(about);
    }

    private void dashboard(Dashboard dashboard, Language language) {
        Columns columns = new Columns(dashboard, language, scope.companies());
        String slug = language.tag() + "/" + dashboard.name();
        Pages overview = new Pages().heading(dashboard.question().in(language));
        for (Item item : dashboard.items()) {
            String title = item.title().in(language);
            String about = item.about().in(language);
            String card = card(columns, slug + "/" + item.name(), title, about, item.sql(), Look.of(item, columns));
            Optional<String> story = Optional.of(item)
                    .filter(told -> !told.stories().isEmpty())
                    .map(told -> card(
                            columns,
                            slug + "/" + told.name() + "/story",
                            title + ", " + STORY.in(language),
                            about,
                            told.sql(),
                            Look.story(told, columns)));
            overview.item(item, card, story);
        }
        List<WantedDashboard.Tab> tabs = new ArrayList<>();
        tabs.add(new WantedDashboard.Tab(OVERVIEW.in(language), overview.places()));
        if (!dashboard.rows().isEmpty()) {
            Pages rows = new Pages();
            for (RowsTable table : dashboard.rows().values()) {
                String title = table.title().in(language);
                rows.rows(card(columns, slug + "/rows/" + table.name(), title, title, table.sql(), Look.rows(columns)));
            }
            tabs.add(new WantedDashboard.Tab(ROWS.in(language), rows.places()));
        }
        List<ObjectNode> parameters = Arrays.stream(Filter.values())
                .map(filter -> filter.parameter(language, scope.companies()))
                .toList();
        String about = dashboard.question().in(language) + "\n\n" + BY_HAND.in(language);
        pages.add(new WantedDashboard(
                slug, language.tag(), dashboard.title().in(language), marked(slug, about), parameters, tabs));
    }

    private String card(Columns columns, String slug, String name, String about, NamedSql sql, Look look) {
        cards.add(new WantedCard(
                slug,
                EntityId.of(scope.project(), slug),
                cardsOf(columns.language()),
                name,
                marked(slug, about),
                look.display(),
                new CardSql(columns.dashboard(), columns.language()).of(sql, look.shown()),
                List.of(Filter.values()),
                look.settings()));
        return slug;
    }

    /** What someone who knows the viewer would look for in vain. */
    private static List<String> notes(Dashboard dashboard) {
        List<String> notes = new ArrayList<>();
        String name = dashboard.name();
        long drills = dashboard.items().stream()
                .filter(item -> item.drill().isPresent())
                .count();
        if (drills > 0) {
            notes.add(name + ": " + drills
                    + " cards lead to their rows in the viewer; in Metabase all rows stand on the second tab");
        }
        if (dashboard.rows().values().stream().anyMatch(table -> table.sum().isPresent())) {
            notes.add(name + ": the sum above the rows is not shown in Metabase");
        }
        dashboard.items().stream()
                .filter(item -> item.shows() == Shows.BRIDGE)
                .forEach(item ->
                        notes.add(name + "/" + item.name() + ": the last total is Metabase's own, and named by it"));
        dashboard.items().stream()
                .filter(item -> item.shows() == Shows.NUMBER && hasCurrency(dashboard, item))
                .forEach(item -> notes.add(name + "/" + item.name() + ": the figure is of the first currency"
                        + (item.stories().isEmpty() ? " only" : "; the others stand in the sentences beside it")));
        if (dashboard.columns().values().stream()
                .anyMatch(column -> column.format().kind() == Format.Kind.SIGNAL)) {
            notes.add(name + ": following up on a signal is done in the viewer");
        }
        return notes;
    }

    private static boolean hasCurrency(Dashboard dashboard, Item item) {
        return item.value()
                .map(value -> dashboard.columns().get(value))
                .flatMap(shown -> shown.format().currency())
                .isPresent();
    }
}
