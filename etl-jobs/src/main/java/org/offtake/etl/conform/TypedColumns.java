package org.offtake.etl.conform;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.models.ColumnType;
import org.offtake.models.ReceivedColumn;
import org.offtake.models.SourceTable;

/**
 * Casts received text by contract, and says what is wrong with a record instead of dropping it.
 *
 * <p>Three projections, so that the cleaned text of a column is worked out once; only expressions that Spark compiles.
 *
 * @param zone of the company whose source it is, for local times that say no zone themselves
 */
record TypedColumns(SourceTable table, ZoneId zone) {
    /** The first thing that is wrong with a record, as (code, field, value), or null. */
    static final String PROBLEM = "_problem";

    static final String STAMP_AT = "_stamp_at";
    static final String MISSING_VALUE = "missing_value";

    private static final String TO_THE_SECOND = "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}";

    /** As databases and files with types give moments; Spark casts them exactly, in UTC. */
    private static final String SAYS_ZONE = TO_THE_SECOND + "([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$";

    private static final String PARTS_OF_A_SECOND = TO_THE_SECOND + "[.][0-9]{1,9}$";

    private static final String CLEAN = "_clean_";
    private static final String RECEIVED = "_received_";
    /** Whether the reader could take the record apart. */
    static final String READABLE = "_readable";

    private static final List<String> BOOKKEEPING = List.of("_record", Statements.LIVE, STAMP_AT, Snapshots.CONTENT);
    private static final List<String> FLAW = List.of("_flaw", "_flaw_detail");

    /** The records with typed columns under the same names, and the problem. */
    Dataset<Row> of(Dataset<Row> received) {
        List<String> cleaned = new ArrayList<>(BOOKKEEPING);
        cleaned.addAll(FLAW);
        table.columns().forEach(column -> {
            cleaned.add("`" + column.name() + "` as `" + RECEIVED + column.name() + "`");
            cleaned.add(CleanText.of(column) + " as " + clean(column));
        });
        Dataset<Row> texts = received.selectExpr(cleaned.toArray(String[]::new));
        List<String> typed = new ArrayList<>();
        table.columns().forEach(column -> typed.add(typed(column) + " as `" + column.name() + "`"));
        Dataset<Row> values =
                texts.selectExpr(Stream.concat(Stream.of("*"), typed.stream()).toArray(String[]::new));
        List<String> judged = new ArrayList<>(BOOKKEEPING);
        table.columns().forEach(column -> judged.add("`" + column.name() + "`"));
        judged.add("_flaw is null as " + READABLE);
        judged.add(problem() + " as " + PROBLEM);
        return values.selectExpr(judged.toArray(String[]::new));
    }

    private static String clean(ReceivedColumn column) {
        return "`" + CLEAN + column.name() + "`";
    }

    private String problem() {
        List<String> cases = new ArrayList<>();
        cases.add("when _flaw is not null then " + Problem.of("_flaw", "_flaw_detail", "cast(null as string)", ""));
        table.columns().forEach(column -> cases.addAll(problems(column)));
        return "case " + String.join(" ", cases) + " end";
    }

    private static List<String> problems(ReceivedColumn column) {
        List<String> cases = new ArrayList<>();
        if (!column.optional()) {
            cases.add("when " + clean(column) + " is null then " + problem(column, MISSING_VALUE));
        }
        if (!column.type().sparkType().equals("string")) {
            cases.add("when " + clean(column) + " is not null and `" + column.name() + "` is null then "
                    + problem(column, wrongCode(column.type().kind())));
        }
        return cases;
    }

    private static String problem(ReceivedColumn column, String code) {
        return Problem.of(
                Problem.text(code), Problem.text(column.name()), "left(`" + RECEIVED + column.name() + "`, 200)", "");
    }

    private static String wrongCode(ColumnType.Kind kind) {
        return switch (kind) {
            case DATE -> "not_a_date";
            case INSTANT -> "not_a_time";
            case COUNT, DURATION -> "not_a_whole_number";
            case FLAG -> "not_yes_or_no";
            default -> "not_a_number";
        };
    }

    private String typed(ReceivedColumn column) {
        String text = clean(column);
        return switch (column.type().kind()) {
            case ID, CODE, TEXT, CURRENCY -> text;
            case COUNT, DURATION, KEY -> "try_cast(" + text + " as bigint)";
            case MONEY, PRICE, QUANTITY, RATE, PERCENT -> decimal(column, text);
            case PROBABILITY, STATISTIC -> "try_cast(" + text + " as double)";
            case FLAG ->
                "case lower(" + text + ") when 'true' then true when '1' then true when 'yes' then true"
                        + " when 'ja' then true when 'j' then true when 'y' then true when 'false' then false"
                        + " when '0' then false when 'no' then false when 'nee' then false when 'n' then false end";
            case DATE -> "cast(" + parsed(column, text, List.of("yyyy-MM-dd")) + " as date)";
            case INSTANT -> instant(column, text);
        };
    }

    /** The received text of an amount as a number, null where it is none. */
    static String amount(ReceivedColumn column) {
        return decimal(column, "(" + CleanText.of(column) + ")");
    }

    /** With a decimal comma, a point is only taken for a thousands separator where one can stand. */
    private static String decimal(ReceivedColumn column, String text) {
        String plain = column.decimalComma()
                ? "case when instr(" + text + ", '.') = 0 then replace(" + text + ", ',', '.')"
                        + " when " + text + " rlike '^[+-]?\\\\d{1,3}(\\\\.\\\\d{3})+(,\\\\d+)?$' then"
                        + " replace(replace(" + text + ", '.', ''), ',', '.') end"
                : text;
        return "try_cast(" + plain + " as " + column.type().sparkType() + ")";
    }

    private String instant(ReceivedColumn column, String text) {
        List<String> formats = List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd");
        if (column.formats().isEmpty()) {
            return "coalesce(" + local(column, parsed(column, text, formats)) + ", " + cast(text, SAYS_ZONE) + ", "
                    + local(column, cast(text, PARTS_OF_A_SECOND)) + ")";
        }
        boolean saysZone = column.formats().stream().anyMatch(format -> format.contains("X") || format.contains("x"));
        String parsed = parsed(column, text, formats);
        return saysZone ? parsed : local(column, parsed);
    }

    private String local(ReceivedColumn column, String parsed) {
        return "to_utc_timestamp(" + parsed + ", '" + column.zone().orElse(zone.getId()) + "')";
    }

    private static String cast(String text, String shape) {
        return "case when " + text + " rlike '" + shape + "' then try_cast(" + text + " as timestamp) end";
    }

    private static String parsed(ReceivedColumn column, String text, List<String> usual) {
        List<String> formats = column.formats().isEmpty() ? usual : column.formats();
        return formats.stream()
                .map(format -> new TimePattern(format).parsed(text))
                .collect(Collectors.joining(", ", "coalesce(", ")"));
    }
}
