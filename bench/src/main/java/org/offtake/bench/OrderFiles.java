package org.offtake.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Orders in the wholesaler's files: the same numbers whenever they are made, and as many as asked for.
 *
 * @param drop the folder that the files arrive in
 * @param lines order lines of the history; its days do not grow with it
 */
record OrderFiles(Path drop, long lines) {
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private static final int DAYS = 730;
    private static final int CUSTOMERS = 2_000;
    private static final int PRODUCTS = 500;
    /** Of the orders that a day sends, one in so many is an older one in a newer state. */
    private static final int NEW_PER_CHANGED = 10;

    /** So far apart lie the older orders of a day, where the history is long enough. */
    private static final long SPREAD = 7;

    /** What a day sent: its files and the orders in them. */
    record Day(List<Path> files, List<String> orders, long lines) {}

    /** Masters, and a file a month of orders and of lines. */
    void history() {
        Masters.write(drop, CUSTOMERS, PRODUCTS, LAST_DAY.minusDays(DAYS));
        long from = 0;
        while (from < orders()) {
            YearMonth month = YearMonth.from(dayOf(from));
            long to = from;
            while (to < orders() && YearMonth.from(dayOf(to)).equals(month)) {
                to++;
            }
            write(month.atEndOfMonth(), LongStream.range(from, to).mapToObj(this::first));
            from = to;
        }
    }

    /**
     * A day after the history: new orders, and some older ones that were delivered short.
     *
     * @param number 1 for the first day after the history
     */
    Day day(int number, int dayLines) {
        LocalDate sent = LAST_DAY.plusDays(number);
        int fresh = dayLines / SalesOrder.LINES;
        int changed = fresh / NEW_PER_CHANGED;
        long firstNew = orders() + number * 1_000_000L;
        long stride = Math.max(1, Math.min(SPREAD, (orders() - number - 1) / Math.max(1, changed)));
        List<SalesOrder> all = LongStream.concat(
                        LongStream.range(firstNew, firstNew + fresh),
                        LongStream.range(0, changed).map(index -> orders() - 1 - number - index * stride))
                .mapToObj(order -> order >= orders()
                        ? new SalesOrder(order, sent, sent, 0)
                        : first(order).again(sent))
                .toList();
        List<Path> files = write(sent, all.stream());
        return new Day(files, all.stream().map(SalesOrder::id).toList(), (long) all.size() * SalesOrder.LINES);
    }

    private long orders() {
        return lines / SalesOrder.LINES;
    }

    private LocalDate dayOf(long order) {
        return LAST_DAY.minusDays(DAYS - 1).plusDays(order * DAYS / orders());
    }

    private SalesOrder first(long order) {
        return new SalesOrder(order, dayOf(order), dayOf(order), 0);
    }

    private List<Path> write(LocalDate sent, Stream<SalesOrder> orders) {
        Path headers = drop.resolve("orders_" + Masters.stamp(sent) + ".csv");
        Path lineFile = drop.resolve("order_lines_" + Masters.stamp(sent) + ".csv");
        try (BufferedWriter header = Files.newBufferedWriter(headers);
                BufferedWriter line = Files.newBufferedWriter(lineFile)) {
            header.write(SalesOrder.HEADER);
            line.write(SalesOrder.LINE_HEADER);
            for (SalesOrder order : (Iterable<SalesOrder>) orders::iterator) {
                header.write(order.header(CUSTOMERS, PRODUCTS));
                line.write(order.lines(PRODUCTS));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the files of " + sent + " cannot be written", unwritable);
        }
        return List.of(headers, lineFile);
    }
}
