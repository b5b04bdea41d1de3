package org.offtake.sample.drop;

import java.time.LocalDate;
import java.util.List;

/** A system that sends files: it decides a day's documents with all their later states. */
public interface SourceSystem {
    /** The folder's name and the code of the company. */
    String name();

    /** How its files are written. */
    Dialect dialect();

    /** Every table it sends, in the order of the handbook. */
    List<Table> tables();

    /** How many days before a day everything that begins on it is decided: a quote is sent before its order is placed. */
    int daysAhead();

    /** Puts everything that begins on this day on the agenda; called once for each day, in order. */
    void plan(LocalDate day, Agenda agenda);
}
