package org.offtake.sample.wholesale;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A customer of the wholesaler as the generator knows them.
 *
 * @param since first day with orders
 * @param endsEarly first day without orders, for customers who left or were merged before scoring begins
 * @param mergedInto the customer whose number the orders carry from {@code endsEarly} on
 * @param segments what the customer is, from when; in order of time
 * @param reps who answers for the customer, from when; in order of time
 * @param meanGapDays mean number of days between orders
 * @param regularity shape of the gamma distribution of the gaps: one is chance, more is clockwork
 * @param discountPercent off the list price when no contract covers the product
 */
public record Customer(
        int number,
        String code,
        Address address,
        LocalDate since,
        Optional<LocalDate> endsEarly,
        Optional<String> mergedInto,
        List<From> segments,
        List<From> reps,
        double meanGapDays,
        double regularity,
        int discountPercent,
        String channel,
        String warehouse,
        List<Habit> habits,
        Optional<ContractTerms> contract,
        Optional<Deviation> deviation) {

    /** Where the customer sits. */
    public record Address(String name, String city, String postcode, String country) {}

    /** A value and the first day on which it holds. */
    public record From(LocalDate day, String value) {}

    /**
     * A yearly contract.
     *
     * @param month the month in which every year of it begins
     * @param kind QUANTITY, VALUE or RATE_ONLY
     * @param group the product group it covers
     */
    public record ContractTerms(int month, String kind, String group) {}

    public Customer {
        segments = List.copyOf(segments);
        reps = List.copyOf(reps);
        habits = List.copyOf(habits);
    }

    String segmentOn(LocalDate day) {
        return valueOn(segments, day);
    }

    String repOn(LocalDate day) {
        return valueOn(reps, day);
    }

    /** The number on this day's documents. */
    String codeOn(LocalDate day) {
        return isMerged(day) ? mergedInto.orElse(code) : code;
    }

    boolean isMerged(LocalDate day) {
        return mergedInto.isPresent()
                && endsEarly.filter(end -> !day.isBefore(end)).isPresent();
    }

    boolean deviates(Deviation.Kind kind, LocalDate day) {
        return deviation.filter(it -> it.is(kind, day)).isPresent();
    }

    /** Days on which a snapshot of the masters differs because of this customer. */
    List<LocalDate> changeDays() {
        Stream<LocalDate> changes = Stream.concat(
                segments.stream().skip(1).map(From::day), reps.stream().skip(1).map(From::day));
        return Stream.concat(
                        changes, mergedInto.isPresent() ? endsEarly.stream() : Optional.<LocalDate>empty().stream())
                .toList();
    }

    private static String valueOn(List<From> history, LocalDate day) {
        String value = history.get(0).value();
        for (From from : history) {
            if (!from.day().isAfter(day)) {
                value = from.value();
            }
        }
        return value;
    }
}
