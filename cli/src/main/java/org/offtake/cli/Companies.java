package org.offtake.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.offtake.dashboards.Company;
import org.offtake.etl.configuration.Configuration;

/** The companies of a configuration, each once, as dashboards know them. */
final class Companies {
    private Companies() {}

    static List<Company> of(Configuration configuration) {
        Map<String, Company> companies = new TreeMap<>();
        configuration.sources().values().forEach(source -> {
            Configuration.Company company = source.company();
            companies.put(
                    company.code(), new Company(company.code(), company.name(), company.currency(), company.zone()));
        });
        return new ArrayList<>(companies.values());
    }
}
