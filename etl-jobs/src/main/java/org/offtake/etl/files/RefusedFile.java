package org.offtake.etl.files;

/** A file that cannot be read at all: nothing of it may be kept. */
public final class RefusedFile extends RuntimeException {

    public static final String NO_SUCH_FILE = "no_such_file";
    public static final String EMPTY = "empty_file";
    public static final String EMPTY_TABLE = "empty_table";
    public static final String UNREADABLE = "unreadable";
    public static final String CHANGING = "changing";
    public static final String TRUNCATED = "truncated";
    public static final String WRONG_FORMAT = "wrong_format";
    public static final String WRONG_ENCODING = "wrong_encoding";
    public static final String TOO_LARGE = "too_large";
    public static final String OPEN_QUOTE = "open_quote";
    public static final String OPEN_RECORD = "open_record";
    public static final String NO_HEADER = "no_header";
    public static final String MISSING_COLUMN = "missing_column";
    public static final String DUPLICATE_COLUMN = "duplicate_column";
    public static final String NESTED_COLUMN = "nested_column";
    public static final String MISSING_SHEET = "missing_sheet";
    public static final String UNSAFE = "unsafe";

    private static final long serialVersionUID = 1L;

    private final String code;

    public RefusedFile(String code, String reason) {
        super(reason);
        this.code = code;
    }

    public RefusedFile(String code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    /** One of the constants of this type. */
    public String code() {
        return code;
    }

    /** What is wrong, where, and what to do next. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
