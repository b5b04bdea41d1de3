package org.offtake.etl.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * What a cell shows, as text that means the same everywhere.
 *
 * @param value ISO dates, plain decimals, true and false; null when the cell is in error
 * @param error what is wrong in the cell; empty when nothing is
 */
record CellText(@Nullable String value, String error) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** The day after 9999-12-31. */
    private static final BigDecimal END_OF_TIME = BigDecimal.valueOf(2_958_466);

    private static final Set<String> ERRORS = Set.of(
            "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    /**
     * The text of a cell.
     *
     * @param lacksTexts whether a text cell without a value may name one that the workbook does not hold; otherwise it is
     *     an empty text, as some programs write it
     */
    static CellText of(Cell cell, boolean lacksTexts) {
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR) {
            return new CellText(null, "the error " + cell.getRawValue());
        }
        if (value == null) {
            return cell.getType() == CellType.STRING && lacksTexts
                    ? new CellText(null, "a text that the workbook does not have")
                    : new CellText("", "");
        }
        if (cell.getType() == CellType.FORMULA && ERRORS.contains(String.valueOf(value))) {
            return new CellText(null, "the error " + value);
        }
        return new CellText(value instanceof BigDecimal number ? number(cell, number) : String.valueOf(value), "");
    }

    private static String number(Cell cell, BigDecimal number) {
        DateFormat format = DateFormat.of(cell);
        if (format == DateFormat.NONE || number.signum() < 0 || number.compareTo(END_OF_TIME) >= 0) {
            return plain(number);
        }
        LocalDateTime moment = cell.asDate().plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
        if (format == DateFormat.TIME && number.compareTo(BigDecimal.ONE) < 0) {
            return TIME.format(moment);
        }
        boolean midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return (format == DateFormat.DATE && midnight ? DATE : DATE_TIME).format(moment);
    }

    /** The shortest decimal that is the same binary number, so that 9.9499999999999993 is 9.95 again. */
    static String plain(BigDecimal number) {
        if (number.scale() <= 0) {
            return number.toPlainString();
        }
        for (int digits = 15; digits < number.precision(); digits++) {
            BigDecimal shorter = number.round(new MathContext(digits));
            if (shorter.doubleValue() == number.doubleValue()) {
                return withoutTrailingZeros(shorter);
            }
        }
        return withoutTrailingZeros(number);
    }

    private static String withoutTrailingZeros(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
