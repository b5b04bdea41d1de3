package org.offtake.etl.files;

import java.io.Serializable;

/**
 * Why one record of a readable file cannot be used.
 *
 * @param code one of the constants of this type
 * @param detail what a clerk needs to find and mend it
 */
public record Flaw(String code, String detail) implements Serializable {

    public static final String TOO_FEW_FIELDS = "too_few_fields";
    public static final String TOO_MANY_FIELDS = "too_many_fields";
    public static final String BLANK_RECORD = "blank_record";
    public static final String REPEATED_HEADER = "repeated_header";
    public static final String BROKEN_QUOTE = "broken_quote";
    public static final String UNDECODABLE = "undecodable_bytes";
    public static final String NUL = "nul_character";
    public static final String TOO_LONG = "too_long";
    public static final String ERROR_CELL = "error_cell";
    public static final String BROKEN_JSON = "broken_json";
    public static final String NOT_AN_OBJECT = "not_an_object";
    public static final String DUPLICATE_KEY = "duplicate_key";
    public static final String NOT_A_NUMBER = "not_a_number";
    public static final String TOO_DEEP = "too_deep";

    private static final long serialVersionUID = 1L;
}
