package org.offtake.etl.detect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Interval;
import org.offtake.patterns.contract.Measure;
import org.offtake.patterns.contract.Projection;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.belief.AgreedLevel;
import org.offtake.patterns.contract.belief.AgreedLevels;
import org.offtake.patterns.contract.belief.CustomerFilter;
import org.offtake.patterns.contract.belief.Gaps;
import org.offtake.patterns.contract.belief.RatePrior;
import org.offtake.patterns.contract.watch.ContractEpisode;
import org.offtake.patterns.contract.watch.ContractRisk;
import org.offtake.patterns.contract.watch.ContractTerm;
import org.offtake.patterns.contract.watch.Purchases;
import org.offtake.patterns.detect.Priors;

/**
 * One contract line: {@code orders} by day, in what the line counts, and {@code editions} with their parameters, both the earliest
 * first. Its term is followed with the edition that holds on its first day, and what commitments tell by that of each day; of days before
 * the first edition nothing is told.
 */
record ContractRow(Row row) {
    private static final DataType QUANTITY = DataTypes.createDecimalType(20, 6);

    static final StructType EPISODE = new StructType()
            .add("source_system", DataTypes.StringType)
            .add("company_code", DataTypes.StringType)
            .add("party_id", DataTypes.StringType)
            .add("contract_line_id", DataTypes.StringType)
            .add("episode_kind", DataTypes.StringType)
            .add("alarm_date", DataTypes.DateType)
            .add("since_date", DataTypes.DateType)
            .add("closed_date", DataTypes.DateType)
            .add("closed_reason", DataTypes.StringType)
            .add("edition_date", DataTypes.DateType)
            .add("probability", DataTypes.DoubleType)
            .add("committed", QUANTITY)
            .add("taken_to_date", QUANTITY)
            .add("expected_at_end", DataTypes.DoubleType)
            .add("expected_low", DataTypes.DoubleType)
            .add("expected_high", DataTypes.DoubleType);

    static final StructType PROJECTION = new StructType()
            .add("source_system", DataTypes.StringType)
            .add("company_code", DataTypes.StringType)
            .add("party_id", DataTypes.StringType)
            .add("contract_line_id", DataTypes.StringType)
            .add("as_of_date", DataTypes.DateType)
            .add("edition_date", DataTypes.DateType)
            .add("committed", QUANTITY)
            .add("taken_to_date", QUANTITY)
            .add("expected_at_end", DataTypes.DoubleType)
            .add("low_80", DataTypes.DoubleType)
            .add("high_80", DataTypes.DoubleType)
            .add("low_95", DataTypes.DoubleType)
            .add("high_95", DataTypes.DoubleType)
            .add("probability_short", DataTypes.DoubleType)
            .add("probability_early", DataTypes.DoubleType);

    private static final int SCALE = 6;
    private static final double LIKELY = 0.8;
    private static final double SURE = 0.95;

    List<Row> episodes() {
        return told((term, customer, edition) ->
                term.episodes(customer).stream().map(it -> row(it, edition)).toList());
    }

    List<Row> projections() {
        return told((term, customer, edition) ->
                term.onSundays(customer).stream().map(it -> row(it, edition)).toList());
    }

    /** What is told of a term by an edition. */
    private interface Told {
        List<Row> of(ContractTerm term, CustomerFilter customer, LocalDate edition);
    }

    private List<Row> told(Told told) {
        List<ValidFit> fits = ValidFit.of(row);
        Contract contract = contract();
        if (fits.isEmpty() || contract.commitment().isEmpty()) {
            return List.of();
        }
        ValidFit valid = ValidFit.on(Math.toIntExact(contract.startDate().toEpochDay()), fits);
        OperationalClock clock = OwnClock.of(row).by(valid);
        Purchases purchases = purchases(contract);
        LocalDate toldFrom = LocalDate.ofEpochDay(fits.get(0).validFrom());
        return told.of(
                new ContractTerm(contract, purchases, clock, agreed(fits), toldFrom),
                customer(contract, purchases, valid, clock),
                LocalDate.ofEpochDay(valid.validFrom()));
    }

    /** Whether its first day is one of these, both included. */
    boolean beginsWithin(LocalDate first, LocalDate last) {
        LocalDate start = row.getAs("start_date");
        return !start.isBefore(first) && !start.isAfter(last);
    }

    /** What its commitment teaches of those of others, by what all customers had taught; empty when it is too little. */
    Optional<AgreedLevel.Start> start(ValidFit valid) {
        Contract contract = contract();
        if (contract.commitment().isEmpty()) {
            return Optional.empty();
        }
        OperationalClock clock = OwnClock.of(row).by(valid);
        Purchases purchases = purchases(contract);
        return AgreedLevel.Start.of(contract, bought(purchases), customer(contract, purchases, valid, clock), clock);
    }

    private static AgreedLevels agreed(List<ValidFit> fits) {
        NavigableMap<LocalDate, AgreedLevel> from = new TreeMap<>();
        fits.forEach(it ->
                from.put(LocalDate.ofEpochDay(it.validFrom()), it.parameters().agreed()));
        return new AgreedLevels(from);
    }

    private Contract contract() {
        return new Contract(
                row.getAs("contract_line_id"),
                row.getAs("party_id"),
                Measure.valueOf(row.getAs("contract_kind")),
                Optional.ofNullable(row.<@Nullable BigDecimal>getAs("committed"))
                        .map(BigDecimal::doubleValue)
                        .orElse(0.0),
                row.getAs("start_date"),
                row.getAs("end_date"),
                List.of());
    }

    private Purchases purchases(Contract contract) {
        int column = row.fieldIndex("orders");
        List<Row> orders = row.isNullAt(column) ? List.of() : row.getList(column);
        List<Taken> taken = orders.stream().map(ContractRow::taken).toList();
        return new Purchases(
                taken.stream()
                        .filter(it -> it.date().isBefore(contract.startDate()))
                        .toList(),
                taken.stream().filter(it -> contract.isActiveOn(it.date())).toList());
    }

    /** What a line counts is neither of the two; both are it. */
    private static Taken taken(Row order) {
        double amount = order.<BigDecimal>getAs("taken").doubleValue();
        return new Taken(order.getAs("order_date"), amount, amount);
    }

    private static CustomerFilter customer(
            Contract contract, Purchases purchases, ValidFit valid, OperationalClock clock) {
        Priors priors = valid.fit().priors();
        return CustomerFilter.of(
                contract,
                RatePrior.of(priors.rhythm()),
                priors.size().variance(),
                Gaps.between(bought(purchases), clock),
                clock);
    }

    /** What came back is no purchase. */
    private static List<Taken> bought(Purchases purchases) {
        return purchases.before().stream().filter(it -> it.value() > 0).toList();
    }

    private Row row(Projection projection, LocalDate edition) {
        double actual = projection.actual();
        Interval certain = new Interval(actual, actual);
        Interval likely = projection.interval(LIKELY).orElse(certain);
        Interval sure = projection.interval(SURE).orElse(certain);
        return RowFactory.create(
                row.getAs("source_system"),
                row.getAs("company_code"),
                row.getAs("party_id"),
                row.getAs("contract_line_id"),
                projection.asOfDate(),
                edition,
                quantity(projection.contract().amount()),
                quantity(actual),
                projection.expected().orElse(actual),
                likely.low(),
                likely.high(),
                sure.low(),
                sure.high(),
                known(ContractRisk.SHORT.of(projection)),
                known(ContractRisk.EARLY.of(projection)));
    }

    private static @Nullable Double known(OptionalDouble probability) {
        return probability.isPresent() ? probability.getAsDouble() : null;
    }

    private Row row(ContractEpisode episode, LocalDate edition) {
        return RowFactory.create(
                row.getAs("source_system"),
                row.getAs("company_code"),
                row.getAs("party_id"),
                row.getAs("contract_line_id"),
                "CONTRACT_" + episode.risk().name(),
                episode.alarmDate(),
                episode.sinceDate(),
                episode.closedDate(),
                episode.isBack() ? "BACK" : "ENDED",
                edition,
                episode.probability(),
                quantity(contract().amount()),
                quantity(episode.taken()),
                episode.expected(),
                episode.likely().low(),
                episode.likely().high());
    }

    private static BigDecimal quantity(double amount) {
        return BigDecimal.valueOf(amount).setScale(SCALE, RoundingMode.HALF_UP);
    }
}
