package org.offtake.etl.detect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.offtake.patterns.contract.belief.AgreedLevel;
import org.offtake.patterns.detect.Fit;
import org.offtake.patterns.detect.Fit.Taught;
import org.offtake.patterns.detect.OrderDay;

/**
 * Fits the pattern editions that are due, each from the orders of the three years before it, and from the contracts that began in them.
 *
 * @param customers a row each, as the SELECT of gold.fact_pattern_episode gives them
 * @param contracts a row each, as the SELECT of gold.fact_contract_episode gives them; empty where that is not known
 * @param told the folder that editions are written to
 */
public record Teaching(Dataset<Row> customers, Optional<Dataset<Row>> contracts, Path told) {
    /** Order days with which a customer teaches. */
    private static final int ENOUGH = 5;
    /** Customers without whom nothing is learnt. */
    private static final int LEAST = 20;
    /** Customers, and contracts, beyond whom a prior does not become better. */
    private static final int MOST = 2000;

    private static final int YEARS = 3;

    /** What came of a company. */
    private record Company(
            String system, String code, long customers, LocalDate firstOrder, Optional<LocalDate> newest) {
        Column owns() {
            return col("source_system").equalTo(system).and(col("company_code").equalTo(code));
        }
    }

    /** Fits what is due by a business date and writes it; gives what was written. */
    public List<EditionFile> fit(LocalDate businessDate, Instant now) {
        return companies().stream()
                .flatMap(company -> {
                    List<LocalDate> due = new DueEditions(company.firstOrder, company.newest)
                            .until(businessDate)
                            .toList();
                    return written(company, due, now);
                })
                .toList();
    }

    /** Fits the editions of the quarter that holds a day, whether they were told or not; gives what was written. */
    public List<EditionFile> fitAgain(LocalDate day, Instant now) {
        return companies().stream()
                .flatMap(company -> written(company, List.of(DueEditions.quarter(day)), now))
                .toList();
    }

    private Stream<EditionFile> written(Company company, List<LocalDate> due, Instant now) {
        if (due.isEmpty()) {
            return Stream.of();
        }
        List<Taught> sample = sample(company);
        List<ContractRow> agreed = agreed(company);
        List<EditionFile> editions = due.stream()
                .flatMap(validFrom -> edition(company, validFrom, sample, agreed).stream())
                .toList();
        editions.forEach(edition -> edition.write(told, now));
        return editions.stream();
    }

    private List<Company> companies() {
        return teaching()
                .groupBy("source_system", "company_code")
                .agg(
                        expr("count(*)").as("customers"),
                        expr("min(orders[0].order_date)").as("first_order"),
                        expr("max(array_max(editions.valid_from_date))").as("newest"))
                .orderBy("source_system", "company_code")
                .collectAsList()
                .stream()
                .map(row -> new Company(
                        row.getAs("source_system"),
                        row.getAs("company_code"),
                        row.<Long>getAs("customers"),
                        row.getAs("first_order"),
                        Optional.ofNullable(row.<@Nullable LocalDate>getAs("newest"))))
                .toList();
    }

    private Dataset<Row> teaching() {
        return customers.where(expr("size(array_distinct(orders.order_date))").geq(lit(ENOUGH)));
    }

    /** Of many customers as many as teach enough, by their numbers, so that the same are asked each time. */
    private List<Taught> sample(Company company) {
        return teaching()
                .where(company.owns())
                .where(expr("pmod(xxhash64(party_id), " + company.customers + ")")
                        .lt(lit(MOST)))
                .orderBy("party_id")
                .collectAsList()
                .stream()
                .map(CustomerRow::new)
                .map(customer -> new Taught(customer.segment(), customer.orders()))
                .toList();
    }

    /** The same of its contracts. */
    private List<ContractRow> agreed(Company company) {
        return contracts.stream()
                .map(all -> all.where(company.owns()).where(expr("committed > 0 and size(orders) > 0")))
                .flatMap(all -> all
                        .where(expr("pmod(xxhash64(contract_line_id), " + Math.max(1, all.count()) + ")")
                                .lt(lit(MOST)))
                        .orderBy("contract_line_id")
                        .collectAsList()
                        .stream())
                .map(ContractRow::new)
                .toList();
    }

    private static Optional<EditionFile> edition(
            Company company, LocalDate validFrom, List<Taught> sample, List<ContractRow> agreed) {
        int until = Math.toIntExact(validFrom.toEpochDay());
        int from = Math.toIntExact(validFrom.minusYears(YEARS).toEpochDay());
        List<Taught> taught = sample.stream()
                .map(customer -> new Taught(customer.segment(), within(from, until, customer.orders())))
                .filter(customer -> customer.orders().size() >= ENOUGH)
                .toList();
        if (taught.size() < LEAST) {
            return Optional.empty();
        }
        int first = taught.stream()
                .mapToInt(customer -> customer.orders().get(0).day())
                .min()
                .orElseThrow();
        long orderDays =
                taught.stream().mapToLong(customer -> customer.orders().size()).sum();
        Fit fit = Fit.before(first, until, taught);
        ValidFit byOrders = new ValidFit(until, new Parameters(fit, AgreedLevel.UNKNOWN));
        List<AgreedLevel.Start> starts = agreed.stream()
                .filter(it -> it.beginsWithin(validFrom.minusYears(YEARS), validFrom))
                .flatMap(it -> it.start(byOrders).stream())
                .toList();
        Parameters parameters = new Parameters(fit, AgreedLevel.fit(starts));
        return Optional.of(
                new EditionFile(company.system, company.code, validFrom, taught.size(), orderDays, parameters));
    }

    private static List<OrderDay> within(int from, int until, List<OrderDay> orders) {
        return orders.stream()
                .filter(order -> order.day() >= from && order.day() < until)
                .toList();
    }
}
