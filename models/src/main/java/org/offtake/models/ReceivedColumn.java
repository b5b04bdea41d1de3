package org.offtake.models;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One column of a file as it is received.
 *
 * @param optional whether a record may have no value of it
 * @param expected whether every file has it; one whose values alone are optional is missed when it is not there
 * @param formats the ways a date or an instant is written, tried in order (Java's DateTimeFormatter patterns)
 * @param zone the zone of local times; {@code company} when empty
 * @param missing texts that mean "nothing", besides the empty text
 * @param repair named repairs of known damage: {@code float_id} takes the {@code .0} off an id, {@code trim},
 *     {@code upper}
 */
public record ReceivedColumn(
        String name,
        ColumnType type,
        boolean optional,
        boolean expected,
        List<String> formats,
        Optional<String> zone,
        boolean decimalComma,
        List<String> missing,
        List<String> repair) {
    private static final Set<String> KEYS =
            Set.of("is", "optional", "format", "zone", "decimal", "missing", "repair", "about");
    /** Of {@code optional}: the column is there, and its values may be missing. */
    private static final String VALUES = "values";

    private static final Set<String> REPAIRS = Set.of("float_id", "trim", "upper");

    static List<ReceivedColumn> readAll(YamlMap contract, boolean decimalComma) {
        YamlMap columns = contract.map("columns")
                .orElseThrow(() -> new ContractException(contract.file(), contract.line(), "'columns' is missing"));
        return columns.keys().stream()
                .map(name -> read(columns, name, decimalComma))
                .toList();
    }

    private static ReceivedColumn read(YamlMap columns, String name, boolean decimalComma) {
        YamlMap column = columns.map(name).orElseThrow().only(KEYS);
        column.texts("repair").stream()
                .filter(repair -> !REPAIRS.contains(repair))
                .findFirst()
                .ifPresent(unknown -> {
                    throw column.problem(
                            "repair", "unknown repair '" + unknown + "'." + Nearest.hint(unknown, REPAIRS));
                });
        boolean values = column.optionalText("optional").filter(VALUES::equals).isPresent();
        boolean optional = values || column.flag("optional", false, "true, false or " + VALUES);
        try {
            return new ReceivedColumn(
                    name,
                    ColumnType.parse(column.text("is")),
                    optional,
                    values || !optional,
                    column.texts("format"),
                    column.optionalText("zone"),
                    column.optionalText("decimal").map(sign -> sign.equals(",")).orElse(decimalComma),
                    column.texts("missing"),
                    column.texts("repair"));
        } catch (IllegalArgumentException wrong) {
            throw columns.problem(name, "column " + name + ": " + wrong.getMessage());
        }
    }
}
