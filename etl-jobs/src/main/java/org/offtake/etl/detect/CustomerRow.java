package org.offtake.etl.detect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.offtake.patterns.detect.Alarm;
import org.offtake.patterns.detect.Budget;
import org.offtake.patterns.detect.Edition;
import org.offtake.patterns.detect.Episode;
import org.offtake.patterns.detect.Episodes;
import org.offtake.patterns.detect.Evidence;
import org.offtake.patterns.detect.Followed;
import org.offtake.patterns.detect.OrderDay;
import org.offtake.patterns.detect.Purchase;
import org.offtake.patterns.detect.Stake;

/**
 * One customer: {@code orders} by day, product group and currency, and {@code editions} with their parameters, both the
 * earliest first.
 */
record CustomerRow(Row row) {
    private static final int MOST_GROUPS = 3;
    private static final DataType MONEY = DataTypes.createDecimalType(20, 4);

    static final StructType EPISODE = new StructType()
            .add("source_system", DataTypes.StringType)
            .add("company_code", DataTypes.StringType)
            .add("party_id", DataTypes.StringType)
            .add("episode_kind", DataTypes.StringType)
            .add("product_group", DataTypes.StringType)
            .add("alarm_date", DataTypes.DateType)
            .add("since_date", DataTypes.DateType)
            .add("closed_date", DataTypes.DateType)
            .add("closed_reason", DataTypes.StringType)
            .add("edition_date", DataTypes.DateType)
            .add("probability", DataTypes.DoubleType)
            .add("evidence", DataTypes.DoubleType)
            .add("expected", DataTypes.DoubleType)
            .add("expected_low", DataTypes.DoubleType)
            .add("expected_high", DataTypes.DoubleType)
            .add("observed", DataTypes.DoubleType)
            .add("chance", DataTypes.DoubleType)
            .add("stake_amount", MONEY)
            .add("stake_low_amount", MONEY)
            .add("stake_high_amount", MONEY)
            .add("stake_groups", DataTypes.StringType)
            .add("currency_code", DataTypes.StringType)
            .add("evidence_of_stop", DataTypes.DoubleType)
            .add("evidence_of_slowdown", DataTypes.DoubleType)
            .add("evidence_of_group_stop", DataTypes.DoubleType)
            .add("evidence_of_size_drop", DataTypes.DoubleType)
            .add("evidence_of_size_jump", DataTypes.DoubleType)
            .add("evidence_of_speed_up", DataTypes.DoubleType);

    /** All episodes, from the first order on. */
    List<Row> episodes() {
        List<ValidFit> fits = ValidFit.of(row);
        return rows(Episodes.of(purchases(), editions(fits), budget()), fits);
    }

    /** All episodes, from what is kept of the customer on if anything is, and what is to be kept: as {@link CustomerMaker} gives it. */
    Row worked() {
        List<ValidFit> fits = ValidFit.of(row);
        Optional<KeptCustomer> kept = KeptCustomer.of(row);
        Optional<String> currency = currency(kept);
        List<Purchase> purchases = purchases(currency.isPresent());
        Followed followed = kept.isPresent()
                ? Episodes.from(kept.get().state(currency), purchases, editions(fits), budget())
                : Episodes.of(purchases, editions(fits), budget());
        Optional<KeptCustomer> keep = followed.state().map(state -> new KeptCustomer(currency, state));
        return RowFactory.create(
                row.getAs("source_system"),
                row.getAs("company_code"),
                row.getAs("party_id"),
                rows(followed, fits).toArray(),
                keep.map(state -> date(state.watch().day())).orElse(null),
                keep.map(KeptCustomer::bytes).orElse(null));
    }

    /** The one currency that they ever bought in; empty when they bought in several. */
    private Optional<String> currency(Optional<KeptCustomer> kept) {
        if (kept.isPresent() && kept.get().currency().isEmpty()) {
            return Optional.empty();
        }
        Set<String> currencies =
                list("orders").stream().map(CustomerRow::currency).collect(Collectors.toSet());
        kept.flatMap(KeptCustomer::currency).ifPresent(currencies::add);
        return currencies.size() == 1 ? currencies.stream().findFirst() : Optional.empty();
    }

    private Budget budget() {
        return Budget.of(row.<Integer>getAs("threshold"));
    }

    private List<Row> rows(Followed followed, List<ValidFit> fits) {
        return followed.episodes().stream().map(episode -> row(episode, fits)).toList();
    }

    /** Empty text when nothing is known of it. */
    String segment() {
        return OwnClock.of(row).segment();
    }

    /** By day, the earliest first. */
    List<OrderDay> orders() {
        return purchases().stream().map(Purchase::order).toList();
    }

    private List<Edition> editions(List<ValidFit> fits) {
        OwnClock clock = OwnClock.of(row);
        return fits.stream()
                .map(valid -> new Edition(valid.validFrom(), valid.fit().priors(), clock.by(valid)))
                .toList();
    }

    private List<Row> list(String column) {
        return row.isNullAt(row.fieldIndex(column)) ? List.of() : row.getList(row.fieldIndex(column));
    }

    private List<Purchase> purchases() {
        return purchases(currency(Optional.empty()).isPresent());
    }

    private List<Purchase> purchases(boolean oneCurrency) {
        SortedMap<Integer, Purchase> purchases = new TreeMap<>();
        for (Row order : list("orders")) {
            int day = day(order.getAs("order_date"));
            String group = order.getAs("product_group");
            Map<String, Double> quantity =
                    Map.of(group, order.<BigDecimal>getAs("quantity").doubleValue());
            Map<String, Double> amount = oneCurrency
                    ? Map.of(group, order.<BigDecimal>getAs("net_amount").doubleValue())
                    : Map.of();
            purchases.merge(day, new Purchase(new OrderDay(day, quantity), amount), CustomerRow::together);
        }
        return List.copyOf(purchases.values());
    }

    private static Purchase together(Purchase left, Purchase right) {
        return new Purchase(
                new OrderDay(
                        left.order().day(),
                        sums(left.order().quantities(), right.order().quantities())),
                sums(left.amounts(), right.amounts()));
    }

    private static Map<String, Double> sums(Map<String, Double> left, Map<String, Double> right) {
        Map<String, Double> sums = new TreeMap<>(left);
        right.forEach((group, number) -> sums.merge(group, number, Double::sum));
        return sums;
    }

    private Row row(Episode episode, List<ValidFit> fits) {
        Alarm alarm = episode.alarm();
        Evidence kinds = alarm.kinds();
        Optional<Stake> stake = episode.stake();
        return RowFactory.create(
                row.getAs("source_system"),
                row.getAs("company_code"),
                row.getAs("party_id"),
                alarm.kind().name(),
                alarm.group(),
                date(alarm.day()),
                date(alarm.since()),
                episode.closed().map(closed -> date(closed.day())).orElse(null),
                episode.closed().map(closed -> closed.how().name()).orElse(null),
                date(ValidFit.on(alarm.day(), fits).validFrom()),
                alarm.probability(),
                alarm.evidence(),
                alarm.seen().expected(),
                alarm.seen().low(),
                alarm.seen().high(),
                alarm.seen().observed(),
                alarm.seen().chance().isPresent() ? alarm.seen().chance().getAsDouble() : null,
                stake.map(money -> cents(money.amount())).orElse(null),
                stake.map(money -> cents(money.low())).orElse(null),
                stake.map(money -> cents(money.high())).orElse(null),
                stake.map(CustomerRow::groups).orElse(null),
                currency(list("orders").get(list("orders").size() - 1)),
                kinds.stopped(),
                kinds.slower(),
                kinds.groupStopped(),
                kinds.sizeDropped(),
                kinds.sizeJumped(),
                kinds.faster());
    }

    private static String currency(Row order) {
        return order.getAs("currency_code");
    }

    /** The three with the greatest shares. */
    private static String groups(Stake stake) {
        return stake.shares().stream()
                .limit(MOST_GROUPS)
                .map(share -> share.group() + " (" + Math.round(100 * share.part()) + "%)")
                .collect(Collectors.joining(", "));
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
