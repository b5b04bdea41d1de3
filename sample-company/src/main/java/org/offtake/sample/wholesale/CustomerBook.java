package org.offtake.sample.wholesale;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.offtake.sample.chance.DemandClock;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.scale.SampleScale;
import org.offtake.sample.wholesale.Customer.Address;
import org.offtake.sample.wholesale.Customer.ContractTerms;
import org.offtake.sample.wholesale.Customer.From;

/** Makes the wholesaler's customers; each depends on the seed and its own number only. */
final class CustomerBook {
    /** Orders a customer gives a day, on average over those who left early or came late. */
    private static final double ORDERS_A_DAY = 0.066;

    /** Who orders less often makes no yearly commitment. */
    private static final int MOST_DAYS_WITH_CONTRACT = 25;

    private static final int MERGED = 40;
    private static final List<Deviation.Kind> KINDS = List.of(Deviation.Kind.values());
    private static final List<String> SEGMENTS = List.of("DETAIL", "HORECA", "BOUW", "ZORG", "OVERHEID");
    private static final List<String> FIRST =
            List.of("Van Dam", "De Wit", "Noord", "Zuider", "Amstel", "Veluwe", "Maas", "Waal", "Jansen", "Bakker");
    private static final List<String> SECOND =
            List.of("Techniek", "Handel", "Vakhuis", "Groothandel", "Installaties", "Horeca", "Zorg", "Projecten");
    private static final List<Address> CITIES = List.of(
            new Address("", "Utrecht", "3511", "NL"),
            new Address("", "Rotterdam", "3011", "NL"),
            new Address("", "Groningen", "9711", "NL"),
            new Address("", "'s-Hertogenbosch", "5211", "NL"),
            new Address("", "Zwolle", "8011", "NL"),
            new Address("", "Eindhoven", "5611", "NL"),
            new Address("", "Leeuwarden", "8911", "NL"),
            new Address("", "Antwerpen", "2000", "BE"),
            new Address("", "Kleve", "47533", "DE"));

    private final SampleScale scale;
    private final Catalogue catalogue;
    private final int perKind;
    private final List<Customer> customers;

    CustomerBook(SampleScale scale, Catalogue catalogue, double shareOfOrders) {
        this.scale = scale;
        this.catalogue = catalogue;
        int count = Math.max(60, (int) Math.round(scale.ordersPerDay() * shareOfOrders / ORDERS_A_DAY));
        this.perKind = Math.max(3, count / 100);
        this.customers = IntStream.range(0, count).mapToObj(this::customer).toList();
    }

    List<Customer> customers() {
        return customers;
    }

    private Customer customer(int number) {
        Dice dice = Dice.of(scale.seed(), "wholesale customer", number);
        boolean planted = number < perKind * KINDS.size();
        boolean merged = number % 1000 == MERGED && !planted;
        double meanGap = planted ? plantedGap(dice, kind(number)) : dice.logBetween(5, 60);
        List<Habit> habits = habits(dice, planted);
        String group = habits.get(0).product().group();
        Optional<Deviation> deviation = planted ? Optional.of(deviation(dice, number, group)) : Optional.empty();
        Optional<LocalDate> end = merged || (!planted && dice.chance(0.06))
                ? Optional.of(scale.storyDay().minusDays(dice.between(160, 420)))
                : Optional.empty();
        LocalDate since = planted || dice.chance(0.8)
                ? DemandClock.BEGIN
                : scale.storyDay().minusDays(dice.between(450, 800));
        return new Customer(
                number,
                code(number),
                address(dice),
                since,
                end,
                merged ? Optional.of(code(number + 1)) : Optional.empty(),
                segments(dice, since),
                Staff.repsOf(dice, since, scale.storyDay()),
                meanGap,
                planted ? dice.between(2.5, 5.0) : dice.between(1.5, 4.5),
                dice.between(0, 15),
                dice.pick(List.of("EDI", "EDI", "EMAIL", "PHONE", "WEB", "B2B_DESK")),
                dice.chance(0.7) ? "M01" : "M02",
                habits,
                contract(dice, meanGap, deviation, group),
                deviation);
    }

    /** Scattered, so that a planted customer cannot be told by the number. */
    private static String code(int number) {
        return String.valueOf(100_000 + number * 99_991L % 899_981);
    }

    private Deviation deviation(Dice dice, int number, String group) {
        Deviation.Kind kind = kind(number);
        LocalDate onset = scale.storyDay().minusDays(daysAgo(dice, kind));
        boolean aboutGroup =
                kind == Deviation.Kind.MIX_DROP || kind == Deviation.Kind.SPIKE || kind == Deviation.Kind.UNDER_TAKE;
        return new Deviation(kind, onset, aboutGroup ? group : "");
    }

    private static Deviation.Kind kind(int number) {
        return KINDS.get(number % KINDS.size());
    }

    /** A slower pace is told from chance by some nine orders, so who slows down used to order often. */
    private static double plantedGap(Dice dice, Deviation.Kind kind) {
        return kind == Deviation.Kind.SLOWDOWN ? dice.logBetween(4, 6) : dice.logBetween(5, 18);
    }

    /** Who slows down still orders, and who takes less than agreed may catch up: both show later than a stop or a smaller size. */
    private static int daysAgo(Dice dice, Deviation.Kind kind) {
        return switch (kind) {
            case SLOWDOWN -> dice.between(110, 150);
            case UNDER_TAKE -> dice.between(70, 100);
            default -> dice.between(25, 85);
        };
    }

    /** An under-taker's contract is running and more than half over when scoring begins. */
    private Optional<ContractTerms> contract(Dice dice, double meanGap, Optional<Deviation> deviation, String group) {
        int month = 1 + 3 * dice.between(0, 3);
        String kind = dice.pick(List.of("QUANTITY", "QUANTITY", "QUANTITY", "VALUE", "VALUE", "RATE_ONLY"));
        boolean agreed = dice.chance(0.45) && meanGap <= MOST_DAYS_WITH_CONTRACT;
        if (deviation.filter(it -> it.kind() == Deviation.Kind.UNDER_TAKE).isPresent()) {
            int quarterStart = scale.storyDay().minusMonths(8).getMonthValue();
            return Optional.of(new ContractTerms(quarterStart - (quarterStart - 1) % 3, "QUANTITY", group));
        }
        return agreed ? Optional.of(new ContractTerms(month, kind, group)) : Optional.empty();
    }

    private List<Habit> habits(Dice dice, boolean planted) {
        double size = dice.lognormal(0.6);
        int groups = dice.between(2, 4);
        TreeSet<String> chosen = new TreeSet<>();
        List<Habit> habits = new ArrayList<>();
        while (chosen.size() < groups) {
            String group = dice.pick(catalogue.groups());
            if (chosen.add(group)) {
                boolean first = habits.isEmpty();
                int count = dice.between(1, 3);
                TreeSet<Integer> taken = new TreeSet<>();
                for (int i = 0; i < count; i++) {
                    Product product = dice.pick(catalogue.inGroup(group));
                    if (taken.add(product.number())) {
                        double share = first && i == 0 && planted ? dice.between(0.75, 0.95) : dice.between(0.25, 0.9);
                        habits.add(new Habit(product, share, Math.max(6, size * dice.logBetween(8, 60))));
                    }
                }
            }
        }
        return habits;
    }

    private List<From> segments(Dice dice, LocalDate since) {
        String first = dice.pick(SEGMENTS);
        boolean moves = dice.chance(0.04);
        LocalDate day = scale.storyDay().minusDays(dice.between(20, 600));
        String next = dice.pick(SEGMENTS);
        if (moves && day.isAfter(since) && !next.equals(first)) {
            return List.of(new From(since, first), new From(day, next));
        }
        return List.of(new From(since, first));
    }

    private static Address address(Dice dice) {
        Address city = dice.pick(CITIES);
        String name = String.format(
                Locale.ROOT,
                "%s %s %s",
                dice.pick(FIRST),
                dice.pick(SECOND),
                city.country().equals("DE") ? "GmbH" : "B.V.");
        return new Address(name, city.city(), city.postcode(), city.country());
    }
}
