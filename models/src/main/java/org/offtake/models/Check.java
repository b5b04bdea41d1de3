package org.offtake.models;

import java.util.List;
import java.util.Set;

/**
 * What holds for every row: an SQL condition over the columns of one row, and the reason for it.
 *
 * @param severity a broken {@code must} stops publication (or quarantines the received record), a {@code should} warns
 */
public record Check(Severity severity, String condition, String because) {
    /** Whether a row that breaks the condition stops the line. */
    public enum Severity {
        MUST,
        SHOULD
    }

    static List<Check> readAll(YamlMap contract) {
        return contract.maps("checks").stream().map(Check::read).toList();
    }

    private static Check read(YamlMap check) {
        check.only(Set.of("must", "should", "because"));
        if (check.has("must") == check.has("should")) {
            throw new ContractException(check.file(), check.line(), "a check says either 'must' or 'should'");
        }
        Severity severity = check.has("must") ? Severity.MUST : Severity.SHOULD;
        String condition = check.text(check.has("must") ? "must" : "should");
        return new Check(severity, condition, check.text("because"));
    }
}
