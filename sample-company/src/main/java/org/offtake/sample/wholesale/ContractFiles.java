package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.drop.Agenda;
import org.offtake.sample.drop.Row;
import org.offtake.sample.drop.Table;

/** What the contract register sends: contracts, their lines, and the schedule of each line. */
final class ContractFiles {
    private static final String ONCE = "Delta. Sent once, with the contract at signing.";

    static final Table CONTRACTS = Table.of(
            "contracts",
            "Delta. Sent whole at signing, twenty days before it begins (or on the first day of the sample), and the"
                    + " header again when it has ended; the latest `Gewijzigd op` counts.",
            """
            Contractnr|key|Number of the contract; a year of a contract is a contract
            Versie|number|Always 1
            Klantnr|id of parties|Customer
            Soort|code|QUANTITY, VALUE, RATE_ONLY
            Getekend op|date|Day of signing
            Ingangsdatum|date|First day
            Einddatum|date|Last day, included
            Opzegdatum|date|Last day on which notice can be given
            Status|code|ACTIVE or ENDED
            Verkoper|id of employees|Salesperson on the day of signing
            Tolerantie onder %|percent|How far below the commitment is still accepted
            Tolerantie boven %|percent|How far above
            Grondslag|code|What counts as taken: DELIVERED
            Profiel|code|SCHEDULE; LINEAR_WD for RATE_ONLY, which has no schedule
            Valuta|currency|EUR
            Gewijzigd op|instant with offset|Updated-at of this state
            """);

    static final Table LINES = Table.of("contract_lines", ONCE, """
            Contractnr|key of contracts|Number of the contract
            Regel|key|Line number, from 1
            Artikel|id of products, optional|Article; empty when the line covers a product group
            Artikelgroep|code|Product group
            Afname aantal|quantity in Eenheid, optional|Committed; only for QUANTITY
            Eenheid|code, optional|Base unit of the article
            Afname waarde|money in EUR, optional|Committed, before VAT; only for VALUE
            Prijs|price in EUR, optional|Agreed price a unit; empty when the line covers a product group
            Prijs vanaf|date|First day of the price
            Prijs tot|date|Last day of the price, included
            Gewijzigd op|instant with offset|Updated-at
            """);

    static final Table SCHEDULE = Table.of(
            "contract_schedule", ONCE + " None for RATE_ONLY; the buckets of a line add up to its commitment.", """
            Contractnr|key of contracts|Number of the contract
            Regel|key of contract_lines|Line
            Periode van|key, date|First day of the bucket
            Periode tot|date|Last day of the bucket, included
            Aantal|quantity, optional|Committed in the bucket; only for QUANTITY
            Waarde|money in EUR, optional|Committed in the bucket; only for VALUE
            Gewijzigd op|instant with offset|Updated-at
            """);

    private ContractFiles() {}

    static void signed(Agreement agreement, LocalDate day, Agenda agenda) {
        LocalDate signing = agreement.start().minusDays(20);
        OffsetDateTime at = DutchCalendar.at(signing, 15 * 3600);
        LocalDate lands = DutchCalendar.workingDaysAfter(day, DutchCalendar.isWorkingDay(day) ? 0 : 1);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(CONTRACTS, lands, false, header(agreement, signing, "ACTIVE", at)));
        for (Agreement.Term term : agreement.terms()) {
            rows.add(new Row(LINES, lands, false, line(agreement, term, at)));
            if (term.committed().signum() > 0) {
                for (Agreement.Bucket bucket : agreement.buckets(term)) {
                    rows.add(new Row(SCHEDULE, lands, false, bucket(agreement, term, bucket, at)));
                }
            }
        }
        rows.forEach(agenda::add);
    }

    static void ended(Agreement agreement, LocalDate day, Agenda agenda) {
        LocalDate lands = DutchCalendar.workingDaysAfter(day, DutchCalendar.isWorkingDay(day) ? 0 : 1);
        OffsetDateTime at = DutchCalendar.at(day, 6 * 3600);
        LocalDate signing = agreement.start().minusDays(20);
        agenda.add(new Row(CONTRACTS, lands, false, header(agreement, signing, "ENDED", at)));
    }

    private static List<Object> header(Agreement agreement, LocalDate signing, String status, OffsetDateTime at) {
        return List.of(
                agreement.number(),
                1,
                agreement.customer().code(),
                agreement.kind(),
                signing,
                agreement.start(),
                agreement.end(),
                agreement.end().minusMonths(2),
                status,
                agreement.customer().repOn(signing),
                10,
                20,
                "DELIVERED",
                agreement.kind().equals("RATE_ONLY") ? "LINEAR_WD" : "SCHEDULE",
                "EUR",
                at);
    }

    private static List<Object> line(Agreement agreement, Agreement.Term term, OffsetDateTime at) {
        return List.of(
                agreement.number(),
                term.line(),
                term.product().<Object>map(Product::sku).orElse(""),
                term.group(),
                only("QUANTITY", agreement, term.committed()),
                term.product().<Object>map(Product::unit).orElse(""),
                only("VALUE", agreement, term.committed()),
                term.price().signum() > 0 ? term.price() : "",
                agreement.start(),
                agreement.end(),
                at);
    }

    private static List<Object> bucket(
            Agreement agreement, Agreement.Term term, Agreement.Bucket bucket, OffsetDateTime at) {
        return List.of(
                agreement.number(),
                term.line(),
                bucket.start(),
                bucket.end(),
                only("QUANTITY", agreement, bucket.committed()),
                only("VALUE", agreement, bucket.committed()),
                at);
    }

    private static Object only(String kind, Agreement agreement, BigDecimal amount) {
        return agreement.kind().equals(kind) ? amount : "";
    }
}
