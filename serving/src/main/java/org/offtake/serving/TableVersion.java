package org.offtake.serving;

/**
 * One version of one lake table.
 *
 * @param version counts the commits of the table
 * @param id of the table itself, so that a table made anew is not taken for the old one
 */
public record TableVersion(long version, String id) {}
