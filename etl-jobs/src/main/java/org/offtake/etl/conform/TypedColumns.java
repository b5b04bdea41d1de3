package org.offtake.etl.conform;

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
 * Casts received text by contract, and collects what is wrong instead of dropping it.
 *
 * @param zone of the company whose source it is, for local times that say no zone themselves
 */
record TypedColumns(SourceTable table, java.time.ZoneId zone) {
    /** Column with what is wrong about a record: an array of (code, field, value), empty when nothing is. */
    static final String ERRORS = "_errors";

    static final String MISSING_VALUE = "missing_value";

    /** The records with typed columns under the same names, and the errors. */
    Dataset<Row> of(Dataset<Row> received) {
        List<String> columns = new ArrayList<>();
        Stream.of(received.columns()).filter(name -> name.startsWith("_")).forEach(columns::add);
        table.columns().forEach(column -> columns.add(typed(column) + " as `" + column.name() + "`"));
        columns.add(errors() + " as " + ERRORS);
        return received.selectExpr(columns.toArray(String[]::new));
    }

    private String errors() {
        String each = table.columns().stream().map(this::error).collect(Collectors.joining(", "));
        return "filter(array(" + each + "), problem -> problem is not null)";
    }

    private String error(ReceivedColumn column) {
        String text = text(column);
        String missing = column.optional() ? "" : " when " + text + " is null then " + problem(column, MISSING_VALUE);
        if (column.type().sparkType().equals("string")) {
            return missing.isEmpty()
                    ? "cast(null as struct<code: string, field: string, value: string>)"
                    : "case" + missing + " end";
        }
        return "case" + missing + " when " + text + " is not null and " + typed(column) + " is null then "
                + problem(column, wrongCode(column.type().kind())) + " end";
    }

    private static String problem(ReceivedColumn column, String code) {
        return "named_struct('code', '" + code + "', 'field', '" + column.name().replace("'", "\\'")
                + "', 'value', left(`" + column.name() + "`, 200))";
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

    /** The received text: trimmed unless it is prose, null when it is empty or a word for nothing, repaired. */
    private static String text(ReceivedColumn column) {
        String text = "`" + column.name() + "`";
        if (column.type().kind() != ColumnType.Kind.TEXT || column.repair().contains("trim")) {
            text = "regexp_replace(" + text + ", '^[\\\\s\\u00A0\\u200B\\uFEFF]+|[\\\\s\\u00A0\\u200B\\uFEFF]+$', '')";
        }
        String nothing = Stream.concat(Stream.of(""), column.missing().stream())
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(", "));
        text = "case when " + text + " in (" + nothing + ") then null else " + text + " end";
        if (column.repair().contains("float_id")) {
            text = "regexp_replace(" + text + ", '^(\\\\d+)\\\\.0+$', '$1')";
        }
        return column.repair().contains("upper") ? "upper(" + text + ")" : text;
    }

    private String typed(ReceivedColumn column) {
        String text = text(column);
        return switch (column.type().kind()) {
            case ID, CODE, TEXT, CURRENCY -> text;
            case COUNT, DURATION, KEY ->
                "try_cast(case when " + text + " rlike '^[+-]?\\\\d+$' then " + text + " end as bigint)";
            case MONEY, PRICE, QUANTITY, RATE, PERCENT -> decimal(column, text);
            case PROBABILITY, STATISTIC -> "try_cast(" + text + " as double)";
            case FLAG ->
                "case lower(" + text + ") when 'true' then true when '1' then true when 'yes' then true"
                        + " when 'ja' then true when 'false' then false when '0' then false when 'no' then false"
                        + " when 'nee' then false end";
            case DATE -> "cast(" + parsed(column, text, List.of("yyyy-MM-dd")) + " as date)";
            case INSTANT -> instant(column, text);
        };
    }

    private static String decimal(ReceivedColumn column, String text) {
        String plain = column.decimalComma()
                ? "case when " + text + " rlike '^[+-]?(\\\\d+|\\\\d{1,3}(\\\\.\\\\d{3})+)(,\\\\d+)?$' then"
                        + " replace(replace(" + text + ", '.', ''), ',', '.') end"
                : "case when " + text + " rlike '^[+-]?(\\\\d+(\\\\.\\\\d*)?|\\\\.\\\\d+)([eE][+-]?\\\\d{1,2})?$' then "
                        + text + " end";
        return "try_cast(" + plain + " as " + column.type().sparkType() + ")";
    }

    private String instant(ReceivedColumn column, String text) {
        List<String> formats = column.formats().isEmpty()
                ? List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd")
                : column.formats();
        boolean saysZone = formats.stream().anyMatch(format -> format.contains("X") || format.contains("xx"));
        String parsed = parsed(column, text, formats);
        return saysZone
                ? parsed
                : "to_utc_timestamp(" + parsed + ", '" + column.zone().orElse(zone.getId()) + "')";
    }

    private static String parsed(ReceivedColumn column, String text, List<String> usual) {
        List<String> formats = column.formats().isEmpty() ? usual : column.formats();
        return formats.stream()
                .map(format -> "try_to_timestamp(" + text + ", '" + format.replace("'", "\\'") + "')")
                .collect(Collectors.joining(", ", "coalesce(", ")"));
    }
}
