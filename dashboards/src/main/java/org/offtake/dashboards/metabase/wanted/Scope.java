package org.offtake.dashboards.metabase.wanted;

import java.util.List;
import org.offtake.dashboards.Company;
import org.offtake.dashboards.Language;

/**
 * Whose dashboards they are.
 *
 * @param project tells them from those of another warehouse in the same Metabase
 * @param collection the name of the one collection that holds them all
 * @param languages each has a collection of its own
 * @param companies by whose names and currencies figures are written
 */
public record Scope(String project, String collection, List<Language> languages, List<Company> companies) {
    public Scope {
        languages = List.copyOf(languages);
        companies = List.copyOf(companies);
    }
}
