package org.offtake.dashboards.morning;

/**
 * Who gets a morning letter.
 *
 * @param mail the address
 * @param language {@code nl} or {@code en}
 */
public record Recipient(String mail, String language) {}
