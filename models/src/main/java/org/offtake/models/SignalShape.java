package org.offtake.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that every mart model named {@code signal_*} has, so that one register can keep what was told of all of
 * them; a model may have more, which are not registered.
 */
public final class SignalShape {
    /** What such models are named by. */
    public static final String PREFIX = "signal_";

    /** What an episode and the signal told of it have in common, beside the model. */
    public static final List<String> SUBJECT =
            List.of("rule_code", "signal_kind", "source_system", "company_code", "party_id", "subject");

    /** How an episode ended; a signal is told while it has not. */
    public static final List<String> ENDING = List.of("closed_date", "closed_reason");

    private static final Set<String> GRAIN =
            Set.of("rule_code", "signal_kind", "source_system", "company_code", "party_id", "subject", "alarm_date");

    /** Names that the register gives its own views. */
    private static final Set<String> TAKEN = Set.of("signal", "signal_event", "signal_followup");

    private static final List<Wanted> COLUMNS = List.of(
            new Wanted("rule_code", "code", false),
            new Wanted("signal_kind", "code", false),
            new Wanted("source_system", "code", false),
            new Wanted("company_code", "code", false),
            new Wanted("party_id", "id", false),
            new Wanted("subject", "text", false),
            new Wanted("since_date", "date", false),
            new Wanted("alarm_date", "date", false),
            new Wanted("closed_date", "date", true),
            new Wanted("closed_reason", "code", true),
            new Wanted("party_name", "text", true),
            new Wanted("rep_key", "key of gold.dim_employee", false),
            new Wanted("rep_name", "text", true),
            new Wanted("recipient", "code", false),
            new Wanted("probability", "probability", true),
            new Wanted("chance", "probability", true),
            new Wanted("stake_amount", "money in currency_code", true),
            new Wanted("stake_low_amount", "money in currency_code", true),
            new Wanted("stake_high_amount", "money in currency_code", true),
            new Wanted("predicted_amount", "money in currency_code", true),
            new Wanted("currency_code", "currency", false),
            new Wanted("cause_code", "code", true),
            new Wanted("action_code", "code", true),
            new Wanted("text_nl", "text", false),
            new Wanted("text_en", "text", false));

    private record Wanted(String name, String type, boolean optional) {
        String inPostgres() {
            return name + " " + ColumnType.parse(type).postgresType() + (optional ? " null" : "");
        }

        Optional<String> missing(Model model) {
            return model.columnNames().contains(name) ? Optional.empty() : Optional.of(name + " (" + type + ")");
        }

        Optional<String> different(Model model) {
            return model.columns().stream()
                    .filter(column -> column.name().equals(name))
                    .flatMap(column -> difference(column).stream())
                    .findFirst();
        }

        private Optional<String> difference(Column column) {
            if (!column.type().toString().equals(type)) {
                return Optional.of(name + " is " + column.type() + ", not " + type);
            }
            return column.optional() && !optional ? Optional.of(name + " must not be optional") : Optional.empty();
        }
    }

    private SignalShape() {}

    /** The names of all columns of the shape, in their order. */
    public static List<String> columns() {
        return COLUMNS.stream().map(Wanted::name).toList();
    }

    /** What is kept of a signal as it was told: everything but how its episode ended. */
    public static List<String> told() {
        return columns().stream().filter(name -> !ENDING.contains(name)).toList();
    }

    /** The same as a table of PostgreSQL has them, such as {@code party_name text null}. */
    public static List<String> toldInPostgres() {
        return COLUMNS.stream()
                .filter(wanted -> !ENDING.contains(wanted.name()))
                .map(Wanted::inPostgres)
                .toList();
    }

    static void check(Model model, YamlMap contract) {
        if (model.table().layer() != Layer.MART) {
            return;
        }
        if (TAKEN.contains(model.table().name())) {
            throw new ContractException(
                    contract.file(),
                    model.table() + " is a view of the register of signals: give the model another name");
        }
        if (model.isSignal()) {
            checkColumns(model, contract);
            checkRows(model, contract);
        }
    }

    private static void checkColumns(Model model, YamlMap contract) {
        List<String> missing = COLUMNS.stream()
                .flatMap(wanted -> wanted.missing(model).stream())
                .toList();
        List<String> different = COLUMNS.stream()
                .flatMap(wanted -> wanted.different(model).stream())
                .toList();
        List<String> problems = new ArrayList<>();
        if (!missing.isEmpty()) {
            problems.add(missing.size() + " missing: " + String.join(", ", missing));
        }
        if (!different.isEmpty()) {
            problems.add(different.size() + " of another type: " + String.join(", ", different));
        }
        if (!problems.isEmpty()) {
            throw contract.problem(
                    "columns",
                    "what a signal tells is registered, so the columns of every " + PREFIX + "* model are the same; "
                            + String.join("; ", problems));
        }
    }

    private static void checkRows(Model model, YamlMap contract) {
        if (!Set.copyOf(model.grain()).equals(GRAIN)) {
            throw contract.problem(
                    "grain",
                    "one row is one episode: write `grain: [" + String.join(", ", SUBJECT) + ", alarm_date]`, in any"
                            + " order");
        }
        if (model.frozen().isPresent()) {
            throw contract.problem(
                    "frozen", "the register keeps what was told: a " + PREFIX + "* model says how things are now");
        }
    }
}
