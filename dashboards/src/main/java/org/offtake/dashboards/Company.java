package org.offtake.dashboards;

/**
 * A company of the house, as {@code offtake.yml} names it.
 *
 * @param code as it stands in the column {@code company_code}
 * @param currency its ISO 4217 code, for amounts that are money in company
 */
public record Company(String code, String name, String currency) {}
