package org.offtake.dashboards.morning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.offtake.outbound.mail.Letter;

/**
 * Whom a salesperson calls this morning.
 *
 * @param day the business date that the signals stand on
 * @param signals those of this salesperson, the first to call on first
 */
record MorningLetter(String repName, LocalDate day, List<OpenSignal> signals, Recipient to) {
    /** As on the page of signals: more is nobody's morning. */
    private static final int MOST = 10;

    Letter write() {
        List<OpenSignal> listed =
                signals.stream().filter(signal -> signal.place() <= MOST).toList();
        List<OpenSignal> rest =
                signals.stream().filter(signal -> signal.place() > MOST).toList();
        String list = IntStream.range(0, listed.size())
                .mapToObj(place -> item(place + 1, listed.get(place)))
                .collect(Collectors.joining("\n"));
        return new Letter(id(), to.mail(), subject(listed), greeting() + "\n\n" + list + ending(rest));
    }

    /** The same for the same day and person. */
    private String id() {
        return "morning-" + day + "-" + Integer.toUnsignedString(repName.hashCode(), Character.MAX_RADIX);
    }

    private boolean dutch() {
        return to.language().equals("nl");
    }

    private String subject(List<OpenSignal> listed) {
        String news = String.valueOf(listed.stream()
                .filter(signal -> signal.raisedDate().equals(day))
                .count());
        return dutch()
                ? "Vanochtend: " + listed.size() + " om te bellen, " + news + " nieuw, " + money(listed)
                        + " op het spel"
                : "This morning: " + listed.size() + " to call, " + news + " new, " + money(listed) + " at stake";
    }

    private String greeting() {
        return dutch()
                ? "Goedemorgen " + repName + ",\n\nDit zijn de signalen van " + day
                        + ", die met het meeste op het spel eerst."
                : "Good morning " + repName + ",\n\nThese are the signals of " + day + ", the most at stake first.";
    }

    private String item(int number, OpenSignal signal) {
        boolean isNew = signal.raisedDate().equals(day);
        String since = isNew ? (dutch() ? "nieuw" : "new") : (dutch() ? "sinds " : "since ") + signal.raisedDate();
        String stake = signal.stake()
                .map(amount -> ", " + money(signal.currency(), amount))
                .orElse("");
        return number + ". " + signal.partyName() + " (" + signal.id() + ", " + since + stake + ")\n   "
                + (dutch() ? signal.textNl() : signal.textEn()) + "\n";
    }

    private String ending(List<OpenSignal> rest) {
        String more = rest.isEmpty()
                ? ""
                : dutch()
                        ? "\nEn nog " + rest.size() + " met minder op het spel, samen " + money(rest) + ".\n"
                        : "\nAnd " + rest.size() + " more with less at stake, " + money(rest) + " together.\n";
        return more
                + (dutch()
                        ? "\nZeg wat eruit kwam op de pagina van het signaal, of in het blad met signalen.\n"
                        : "\nSay what came of it on the page of the signal, or in the sheet with signals.\n");
    }

    private String money(List<OpenSignal> signals) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        signals.forEach(
                signal -> signal.stake().ifPresent(amount -> sums.merge(signal.currency(), amount, BigDecimal::add)));
        return sums.isEmpty()
                ? (dutch() ? "geen bedrag" : "no amount")
                : sums.entrySet().stream()
                        .map(sum -> money(sum.getKey(), sum.getValue()))
                        .collect(Collectors.joining(" + "));
    }

    private String money(String currency, BigDecimal amount) {
        NumberFormat format = NumberFormat.getIntegerInstance(dutch() ? Locale.forLanguageTag("nl") : Locale.ENGLISH);
        return currency + " " + format.format(amount.setScale(0, RoundingMode.HALF_UP));
    }
}
