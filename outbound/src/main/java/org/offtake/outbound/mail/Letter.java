package org.offtake.outbound.mail;

/**
 * One mail to one person, in plain text.
 *
 * @param id the same for the same letter, so that who gets it twice can tell: letters, digits, dots and hyphens
 * @param to an address, such as {@code anna@example.com}
 */
public record Letter(String id, String to, String subject, String text) {}
