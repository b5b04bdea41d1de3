package org.offtake.dashboards.metabase.wanted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offtake.dashboards.Dashboard;
import org.offtake.dashboards.Item;
import org.offtake.dashboards.Language;
import org.offtake.dashboards.NamedSql;
import org.offtake.dashboards.RowsTable;
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
                dashboards.stream().flatMap(Notes::of).toList());
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
        List<WantedDashboard.Tab> tabs = new ArrayList<>();
        tabs.add(new WantedDashboard.Tab(OVERVIEW.in(language), overview(columns, slug)));
        if (!dashboard.rows().isEmpty()) {
            tabs.add(new WantedDashboard.Tab(ROWS.in(language), rows(columns, slug)));
        }
        List<ObjectNode> parameters = Arrays.stream(Filter.values())
                .map(filter -> filter.parameter(language, scope.companies()))
                .toList();
        String about = dashboard.question().in(language) + "\n\n" + BY_HAND.in(language);
        pages.add(new WantedDashboard(
                slug, language.tag(), dashboard.title().in(language), marked(slug, about), parameters, tabs));
    }

    private List<WantedDashboard.Place> overview(Columns columns, String slug) {
        Language language = columns.language();
        Pages page = new Pages().heading(columns.dashboard().question().in(language));
        for (Item item : columns.dashboard().items()) {
            String name = slug + "/" + item.name();
            String title = item.title().in(language);
            String about = item.about().in(language);
            card(columns, name, title, about, item.sql(), Look.of(item, columns), List.of());
            Optional<String> story = item.stories().isEmpty() ? Optional.empty() : Optional.of(name + "/story");
            story.ifPresent(told -> card(
                    columns,
                    told,
                    title + ", " + STORY.in(language),
                    about,
                    item.sql(),
                    Look.story(item, columns),
                    List.of()));
            page.item(item, name, story, item.drill().map(drill -> new Link(ofRows(slug, drill.to()), drill.by())));
        }
        return page.places();
    }

    private List<WantedDashboard.Place> rows(Columns columns, String slug) {
        Pages page = new Pages();
        for (RowsTable table : columns.dashboard().rows().values()) {
            List<String> by = columns.dashboard().items().stream()
                    .flatMap(item -> item.drill().stream())
                    .filter(drill -> drill.to().equals(table.name()))
                    .flatMap(drill -> drill.by().stream())
                    .distinct()
                    .toList();
            String name = ofRows(slug, table.name());
            String title = table.title().in(columns.language());
            card(columns, name, title, title, table.sql(), Look.rows(columns, by), by);
            page.rows(name);
        }
        return page.places();
    }

    private static String ofRows(String slug, String table) {
        return slug + "/rows/" + table;
    }

    /** @param by the columns that it may be asked by, besides the filters */
    private void card(
            Columns columns, String slug, String name, String about, NamedSql sql, Look look, List<String> by) {
        Language language = columns.language();
        cards.add(new WantedCard(
                slug,
                EntityId.of(scope.project(), slug),
                cardsOf(language),
                name,
                marked(slug, about),
                look.display(),
                new CardSql(columns.dashboard(), language).of(sql, look.shown()),
                Stream.concat(
                                Arrays.stream(Filter.values()).map(filter -> filter.tag(language)),
                                by.stream().map(column -> new Tag(Link.tag(column), columns.label(column), "text")))
                        .toList(),
                look.settings()));
    }
}
