package org.offtake.patterns.contract.price;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Signals D03 and D08 and KPI K19, line by line.
 *
 * <p>Of several contracts that hold for a line it is the one the line refers to, else the one that began last (then the lower number). Lines without a usable
 * quantity or price give nothing.
 */
public record PriceRules(List<AgreedPrice> agreed, Tolerance tolerance) {
    public PriceRules {
        agreed = List.copyOf(agreed);
    }

    public List<Finding> findings(SoldLine line) {
        if (!Double.isFinite(line.amount())) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Optional<AgreedPrice> holds = holding(line);
        if (holds.isPresent()) {
            AgreedPrice it = holds.get();
            if (!line.contractNo().equals(Optional.of(it.contractNo()))) {
                findings.add(finding(line, Finding.Kind.PAST_THE_CONTRACT, holds, it.price()));
            }
            if (tolerance.isOff(line.netPrice(), it.price())) {
                findings.add(finding(line, Finding.Kind.OFF_CONTRACT_PRICE, holds, it.price()));
            }
        } else if (line.listPrice().isPresent()) {
            double lowest = line.listPrice().getAsDouble() * (1 - tolerance.belowList());
            if (line.netPrice() < lowest && tolerance.isOff(line.netPrice(), lowest)) {
                findings.add(finding(line, Finding.Kind.BELOW_LIST, holds, lowest));
            }
        }
        if (line.unitCost().isPresent()) {
            double lowest = line.unitCost().getAsDouble() / (1 - tolerance.lowestMargin());
            if (line.netPrice() < lowest && tolerance.isOff(line.netPrice(), lowest)) {
                findings.add(finding(line, Finding.Kind.BELOW_MARGIN, holds, lowest));
            }
        }
        return findings;
    }

    /**
     * Part of the money of covered lines that went past its contract or off its price, each line once (K19); returns count as money too, so that undoing a sale
     * undoes its leak. Empty when covered lines add up to nothing.
     */
    public OptionalDouble leakage(List<SoldLine> lines) {
        double covered = 0;
        double leaked = 0;
        for (SoldLine it : lines) {
            if (holding(it).isPresent() && Double.isFinite(it.amount())) {
                covered += Math.abs(it.amount());
                leaked += leaks(it) ? Math.abs(it.amount()) : 0;
            }
        }
        return covered > 0 ? OptionalDouble.of(leaked / covered) : OptionalDouble.empty();
    }

    private boolean leaks(SoldLine line) {
        return findings(line).stream()
                .anyMatch(it ->
                        it.kind() == Finding.Kind.PAST_THE_CONTRACT || it.kind() == Finding.Kind.OFF_CONTRACT_PRICE);
    }

    private Optional<AgreedPrice> holding(SoldLine line) {
        Comparator<AgreedPrice> precedence = Comparator.<AgreedPrice, Boolean>comparing(
                        it -> !line.contractNo().equals(Optional.of(it.contractNo())))
                .thenComparing(AgreedPrice::startDate, Comparator.reverseOrder())
                .thenComparing(AgreedPrice::contractNo);
        return agreed.stream().filter(it -> it.covers(line)).min(precedence);
    }

    private static Finding finding(SoldLine line, Finding.Kind kind, Optional<AgreedPrice> holds, double right) {
        return new Finding(
                line.lineId(),
                kind,
                holds.map(AgreedPrice::contractNo),
                right,
                line.amount(),
                line.quantity() * (line.netPrice() - right));
    }
}
