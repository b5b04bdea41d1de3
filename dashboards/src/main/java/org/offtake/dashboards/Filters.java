package org.offtake.dashboards;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What someone chose to look at.
 *
 * @param company all companies when absent
 * @param from first local business day
 * @param to last local business day
 * @param asOf business date of the published run
 * @param language of texts that a table holds in both
 */
record Filters(Optional<String> company, LocalDate from, LocalDate to, LocalDate asOf, Language language) {

    /** What the address asks for; the dashboard's own period where it asks for none. */
    static Filters of(Dashboard dashboard, Address address, LocalDate asOf, Language language) {
        LocalDate to = date(address, "to").orElseGet(() -> usualEnd(dashboard, asOf));
        LocalDate from = date(address, "from")
                .orElseGet(() -> to.with(TemporalAdjusters.firstDayOfMonth()).minusMonths(dashboard.months() - 1L));
        if (from.isAfter(to)) {
            throw new BadRequest(
                    "The period begins on " + from + " and ends on " + to + ": choose an earlier beginning");
        }
        return new Filters(address.value("company").filter(company -> !company.isEmpty()), from, to, asOf, language);
    }

    private static LocalDate usualEnd(Dashboard dashboard, LocalDate asOf) {
        if (dashboard.runningMonth() || asOf.plusDays(1).getDayOfMonth() == 1) {
            return asOf;
        }
        return asOf.with(TemporalAdjusters.firstDayOfMonth()).minusDays(1);
    }

    private static Optional<LocalDate> date(Address address, String name) {
        return address.value(name).filter(text -> !text.isEmpty()).map(text -> {
            try {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() < 1900 || date.getYear() > 2999) {
                    throw new BadRequest("'" + name + "' is outside 1900 to 2999");
                }
                return date;
            } catch (DateTimeException wrong) {
                throw new BadRequest("'" + name + "' is no date: write it as 2026-10-31");
            }
        });
    }

    @Nullable
    String value(String parameter) {
        return switch (parameter) {
            case "company" -> company.orElse(null);
            case "from" -> from.toString();
            case "to" -> to.toString();
            case "as_of" -> asOf.toString();
            case "lang" -> language.tag();
            default -> throw new IllegalArgumentException(parameter);
        };
    }
}
