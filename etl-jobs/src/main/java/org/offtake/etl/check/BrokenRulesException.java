package org.offtake.etl.check;

import java.util.List;
import java.util.stream.Collectors;

/** Rows break a rule that stops publication (exit code 50); what was published before stays. */
public final class BrokenRulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenRulesException(List<Finding> findings) {
        super(findings.size() + " rules are broken, so nothing was published:\n"
                + findings.stream().map(finding -> "  " + finding).collect(Collectors.joining("\n")));
    }
}
