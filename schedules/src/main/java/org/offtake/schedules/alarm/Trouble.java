package org.offtake.schedules.alarm;

/**
 * Something that does not go as it should, as it is now.
 *
 * @param key what it is about; while it stays, it is told once
 * @param owner who is told
 * @param what one line, in English as all that an operator reads
 * @param nextStep what to do, with the command to type
 */
record Trouble(String key, String owner, String what, String reason, String nextStep) {}
