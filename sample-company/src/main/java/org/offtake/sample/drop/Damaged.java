package org.offtake.sample.drop;

/**
 * One record damaged on purpose.
 *
 * @param file path below the sample folder, with slashes
 * @param line one-based physical line, or spreadsheet row; a header is line 1
 * @param column the column that is wrong; empty when it is the whole record
 * @param key the values of the record's natural key, joined by a slash
 * @param sentAgain true when the same key comes again undamaged, on a later day
 */
public record Damaged(String file, int line, String column, DamageKind kind, String key, boolean sentAgain) {}
