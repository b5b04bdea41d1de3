package org.offtake.sample.wholesale;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.drop.Agenda;
import org.offtake.sample.drop.Row;
import org.offtake.sample.drop.Table;
import org.offtake.sample.wholesale.Customer.From;

/** What the master data of the wholesaler sends: full snapshots. */
final class MasterFiles {
    private static final String FULL =
            "Full snapshot as of its day: on the first working day of the sample, on every Monday (or the next working"
                    + " day), and when something changed; what is absent is deleted.";

    static final Table PARTIES = Table.snapshot(
            "parties", FULL + " A merged customer stays, blocked, with the number it was merged into.", """
            Klantnr|key|Number of the customer
            Naam|text, personal|Name
            Segment|code|DETAIL, HORECA, BOUW, ZORG, OVERHEID; it changes over time
            Plaats|text|Town
            Postcode|text|First four digits in NL and BE, five in DE
            Land|country|ISO 3166 code: NL, BE, DE
            Betaaltermijn|duration in days|Payment term
            Geblokkeerd|flag J/N|J once merged
            Samengevoegd met|id of parties, optional|Customer that took over this number
            Klant sinds|date|First day as a customer
            Gewijzigd op|instant with offset|Last change of this customer
            """);

    static final Table PRODUCTS = Table.snapshot("products", FULL + " List prices rise every first of January.", """
            Artikel|key|Number of the article; a leading zero belongs to it
            Omschrijving|text|Description
            Artikelgroep|code|Product group
            Eenheid|code|Base unit
            Btw %|percent|VAT rate in NL
            Lijstprijs|price in EUR|List price a unit, before VAT
            Kostprijs|price in EUR|Cost a unit
            Status|code|ACTIVE
            Gewijzigd op|instant with offset|Last change of this article
            """);

    static final Table LOCATIONS = Table.snapshot("locations", FULL, """
            Locatie|key|Code of the location
            Naam|text|Name
            Soort|code|WAREHOUSE
            Gewijzigd op|instant with offset|Last change
            """);

    static final Table EMPLOYEES =
            Table.snapshot("employees", FULL + " Somebody who left stays, with the last day.", """
            Medewerker|key|Code of the employee
            Naam|text, personal|Name
            Functie|code|SALES_REP, SALES_MANAGER, CLERK
            Team|code|Team
            Leidinggevende|id of employees, optional|Manager
            In dienst|date|First day
            Uit dienst|date, optional|Last day, included
            Gewijzigd op|instant with offset|Last change
            """);

    static final Table ASSIGNMENTS = Table.snapshot(
            "account_assignments", FULL + " A customer has one salesperson at a time; past assignments stay.", """
            Klantnr|key, id of parties|Customer
            Medewerker|key, id of employees|Salesperson
            Van|key, date|First day of the assignment
            Tot|date, optional|First day on which it no longer holds; empty while it lasts
            Rol|code|ACCOUNT_MANAGER
            Gewicht|rate|Share of the customer: 1
            Gewijzigd op|instant with offset|Last change
            """);

    private static final Map<String, String> WAREHOUSE_NAMES =
            Map.of("M01", "Magazijn Utrecht", "M02", "Magazijn Venlo");

    private MasterFiles() {}

    static void snapshot(List<Customer> customers, List<Product> products, LocalDate day, Agenda agenda) {
        List<Customer> known =
                customers.stream().filter(it -> !it.since().isAfter(day)).toList();
        known.forEach(it -> agenda.add(new Row(PARTIES, day, false, party(it, day))));
        products.forEach(it -> agenda.add(new Row(PRODUCTS, day, false, product(it, day))));
        OffsetDateTime founded = morning(LocalDate.of(2018, 1, 1));
        StockRoom.WAREHOUSES.forEach(it -> agenda.add(new Row(
                LOCATIONS, day, false, List.of(it, WAREHOUSE_NAMES.getOrDefault(it, it), "WAREHOUSE", founded))));
        Staff.EMPLOYEES.stream()
                .filter(it -> !it.start().isAfter(day))
                .forEach(it -> agenda.add(new Row(EMPLOYEES, day, false, employee(it, day))));
        known.forEach(it -> assignments(it, day, agenda));
    }

    private static List<Object> party(Customer customer, LocalDate day) {
        LocalDate changed = customer.changeDays().stream()
                .filter(it -> !it.isAfter(day))
                .max(LocalDate::compareTo)
                .orElse(customer.since());
        boolean merged = customer.isMerged(day);
        return List.of(
                customer.code(),
                customer.address().name(),
                customer.segmentOn(day),
                customer.address().city(),
                customer.address().postcode(),
                customer.address().country(),
                30,
                merged,
                merged ? customer.mergedInto().orElse("") : "",
                customer.since(),
                morning(changed));
    }

    private static List<Object> product(Product product, LocalDate day) {
        return List.of(
                product.sku(),
                product.name(),
                product.group(),
                product.unit(),
                product.vatPercent(),
                product.listPrice(day.getYear()),
                product.cost(day.getYear()),
                "ACTIVE",
                morning(LocalDate.of(day.getYear(), 1, 1)));
    }

    private static List<Object> employee(Staff.Employee employee, LocalDate day) {
        boolean left = employee.end() instanceof LocalDate end && end.isBefore(day);
        return List.of(
                employee.code(),
                employee.name(),
                employee.role(),
                employee.team(),
                employee.manager(),
                employee.start(),
                left ? employee.end() : "",
                morning(left ? Staff.HANDOVER : employee.start()));
    }

    private static void assignments(Customer customer, LocalDate day, Agenda agenda) {
        List<From> reps =
                customer.reps().stream().filter(it -> !it.day().isAfter(day)).toList();
        for (int i = 0; i < reps.size(); i++) {
            From from = reps.get(i);
            boolean last = i == reps.size() - 1;
            LocalDate changed = last ? from.day() : reps.get(i + 1).day();
            agenda.add(new Row(
                    ASSIGNMENTS,
                    day,
                    false,
                    List.of(
                            customer.code(),
                            from.value(),
                            from.day(),
                            last ? "" : changed,
                            "ACCOUNT_MANAGER",
                            1,
                            morning(changed))));
        }
    }

    private static OffsetDateTime morning(LocalDate day) {
        return DutchCalendar.at(day, 7 * 3600);
    }
}
