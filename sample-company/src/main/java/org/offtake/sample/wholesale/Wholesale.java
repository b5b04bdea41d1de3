package org.offtake.sample.wholesale;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.offtake.sample.chance.DemandClock;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.chance.Numbers;
import org.offtake.sample.drop.Agenda;
import org.offtake.sample.drop.Dialect;
import org.offtake.sample.drop.DutchCsv;
import org.offtake.sample.drop.SourceSystem;
import org.offtake.sample.drop.Table;
import org.offtake.sample.scale.SampleScale;

/** A Dutch wholesaler: customers with their own rhythm, yearly contracts, deliveries, invoices and complaints. */
public final class Wholesale implements SourceSystem {
    static final double YEARLY_GROWTH = 0.03;
    private static final double SHARE_OF_ORDERS = 0.55;
    private static final int DAYS_AHEAD = 30;
    private static final int SIGNED_AHEAD = 20;

    private final SampleScale scale;
    private final Catalogue catalogue;
    private final List<Customer> customers;
    private final DueList dueList;
    private final OrderDesk desk;
    private final QuoteFiles quotes;
    private final StockRoom stock;
    private final Fulfilment fulfilment;
    private final Set<LocalDate> changeDays = new HashSet<>();
    private boolean snapshotDue = true;
    private boolean opened;

    public Wholesale(SampleScale scale) {
        this.scale = scale;
        this.catalogue = new Catalogue(scale.seed());
        this.customers = new CustomerBook(scale, catalogue, SHARE_OF_ORDERS).customers();
        DemandClock clock = new DemandClock(scale.lastDay().plusDays(DAYS_AHEAD), Wholesale::pace);
        Numbers numbers = new Numbers();
        this.dueList = new DueList(customers, clock, scale.seed());
        this.desk = new OrderDesk(scale.seed(), numbers);
        this.quotes = new QuoteFiles(scale.seed(), numbers, scale.lastDay());
        this.stock = new StockRoom(numbers, 2_000);
        this.fulfilment = new Fulfilment(scale.seed(), numbers, stock, scale.lastDay());
        customers.forEach(it -> changeDays.addAll(it.changeDays()));
    }

    @Override
    public String name() {
        return "wholesale";
    }

    @Override
    public Dialect dialect() {
        return new DutchCsv();
    }

    @Override
    public List<Table> tables() {
        return List.of(
                MasterFiles.PARTIES,
                MasterFiles.PRODUCTS,
                MasterFiles.LOCATIONS,
                MasterFiles.EMPLOYEES,
                MasterFiles.ASSIGNMENTS,
                OrderFiles.ORDERS,
                OrderFiles.LINES,
                QuoteFiles.QUOTES,
                QuoteFiles.LINES,
                ContractFiles.CONTRACTS,
                ContractFiles.LINES,
                ContractFiles.SCHEDULE,
                TicketFiles.TICKETS,
                StockRoom.MOVEMENTS,
                InvoiceFiles.INVOICES,
                InvoiceFiles.LINES);
    }

    /** The customers, with what was planted in them. */
    public List<Customer> customers() {
        return customers;
    }

    @Override
    public int daysAhead() {
        return QuoteFiles.DAYS_BEFORE_ORDER;
    }

    @Override
    public void plan(LocalDate day, Agenda agenda) {
        contracts(day, agenda);
        snapshotDue |= day.getDayOfWeek() == DayOfWeek.MONDAY || changeDays.contains(day);
        if (!DutchCalendar.isWorkingDay(day)) {
            return;
        }
        if (snapshotDue) {
            MasterFiles.snapshot(customers, catalogue.products(), day, agenda);
            snapshotDue = false;
        }
        if (!opened) {
            stock.opening(day, catalogue.products()).forEach(it -> it.sendOnTime(agenda));
            opened = true;
        }
        int place = 0;
        for (Customer customer : dueList.on(day)) {
            Order order = desk.order(customer, day, place);
            quotes.plan(order, agenda);
            fulfilment.plan(order, agenda);
            place++;
        }
    }

    private void contracts(LocalDate day, Agenda agenda) {
        for (Customer customer : customers) {
            if (day.equals(scale.firstDay())) {
                Agreement.inForce(customer, day, scale.seed()).ifPresent(it -> ContractFiles.signed(it, day, agenda));
                day.plusDays(1)
                        .datesUntil(day.plusDays(SIGNED_AHEAD))
                        .flatMap(start -> Agreement.startingOn(customer, start, scale.seed()).stream())
                        .forEach(it -> ContractFiles.signed(it, day, agenda));
            }
            Agreement.startingOn(customer, day.plusDays(SIGNED_AHEAD), scale.seed())
                    .ifPresent(it -> ContractFiles.signed(it, day, agenda));
            if (day.isAfter(scale.firstDay())) {
                Agreement.startingOn(customer, day.minusYears(1), scale.seed())
                        .ifPresent(it -> ContractFiles.ended(it, day, agenda));
            }
        }
    }

    /** The year's wave, one on average; most is sold in November. */
    static double season(LocalDate day) {
        return DemandClock.season(day, 0.12, 320);
    }

    private static double pace(LocalDate day) {
        if (!DutchCalendar.isWorkingDay(day)) {
            return 0;
        }
        return 7.0 / 5 * season(day) * DemandClock.growth(day, YEARLY_GROWTH);
    }
}
