package org.offtake.etl.files;

/**
 * One physical line.
 *
 * @param end the characters that end it, empty at the end of a file
 * @param undecodable the first bytes that are no text in the file's encoding, in words; empty when there are none
 * @param cut whether the text is only the beginning of a line longer than {@link PhysicalLines#LONGEST}
 */
record Line(long number, String text, String end, String undecodable, boolean cut) {

    boolean isBlank(String delimiter) {
        return text.isBlank() && !text.contains(delimiter);
    }
}
