package org.offtake.dashboards;

import java.time.ZoneId;

/**
 * A company of the house, as {@code offtake.yml} names it.
 *
 * @param code as it stands in the column {@code company_code}
 * @param currency its ISO 4217 code, for amounts that are money in company
 * @param zone in which its business days are
 */
public record Company(String code, String name, String currency, ZoneId zone) {}
