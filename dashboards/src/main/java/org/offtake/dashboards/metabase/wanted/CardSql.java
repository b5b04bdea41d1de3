package org.offtake.dashboards.metabase.wanted;

import java.util.Map;
import java.util.Optional;
import org.offtake.dashboards.Dashboard;
import org.offtake.dashboards.Language;
import org.offtake.dashboards.NamedSql;
import org.offtake.models.ContractException;

/**
 * A SELECT of a dashboard as Metabase runs it.
 *
 * <p>Every filter may be left open: then the period is the usual one of the dashboard, up to the business date that is published.
 */
record CardSql(Dashboard dashboard, Language language) {
    private static final Map<String, String> PLACES = Map.of(
            "company", "(select _asked.company from _asked)",
            "from", "(select _asked.from_date from _asked)",
            "to", "(select _asked.to_date from _asked)",
            "as_of", "(select _asked.as_of from _asked)");

    /**
     * @param shown a SELECT from {@code _answer}, which has the rows of the SQL in their order
     * @throws ContractException when the SQL has what Metabase would take for a filter
     */
    String of(NamedSql sql, String shown) {
        for (String mark : new String[] {"[[", "{{"}) {
            if (sql.written().contains(mark)) {
                throw new ContractException(
                        sql.file(),
                        "has '" + mark + "', which Metabase takes for a filter of its own: write it apart, as '"
                                + mark.charAt(0) + " " + mark.charAt(1) + "'");
            }
        }
        String inner = sql.with(parameter -> parameter.equals("lang")
                ? Columns.quoted(language.tag())
                : Optional.ofNullable(PLACES.get(parameter)).orElseThrow());
        return """
                with _run as (
                    select business_date as as_of from app.run where status = 'published' order by run_id desc limit 1
                ),
                _period as (
                    select as_of, coalesce([[cast({{to}} as date), ]]%s) as to_date from _run
                ),
                _asked as (
                    select
                        cast(coalesce([[{{company}}, ]]null) as text) as company,
                        as_of,
                        to_date,
                        coalesce([[cast({{from}} as date), ]]%s) as from_date
                    from _period
                ),
                _answer as (
                %s
                )
                %s""".formatted(usualEnd(), usualBeginning(), inner.strip(), shown);
    }

    private String usualEnd() {
        return dashboard.runningMonth()
                ? "as_of"
                : "cast(date_trunc('month', as_of + 1) - interval '1 day' as date)"; // the last full month
    }

    private String usualBeginning() {
        return "cast(date_trunc('month', to_date) - interval '" + (dashboard.months() - 1) + " months' as date)";
    }
}
