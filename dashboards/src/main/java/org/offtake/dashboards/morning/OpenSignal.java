package org.offtake.dashboards.morning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A signal that stands open, as {@code mart.open_signal} has it.
 *
 * @param place among those of the same salesperson and company, from 1
 * @param stake money at stake, in {@code currency}; empty when there is none to tell
 */
record OpenSignal(
        String repName,
        String id,
        String partyName,
        LocalDate raisedDate,
        Optional<BigDecimal> stake,
        String currency,
        long place,
        String textNl,
        String textEn) {}
