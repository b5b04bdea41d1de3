package org.offtake.dashboards;

import java.util.Optional;

/**
 * The rows behind numbers: a page of its own, with a download.
 *
 * @param sum column whose sum over all rows stands above them, so that it can be held against the number
 */
public record RowsTable(String name, Words title, NamedSql sql, Optional<String> sum) {}
