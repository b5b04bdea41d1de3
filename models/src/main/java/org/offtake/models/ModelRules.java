package org.offtake.models;

import java.util.List;
import java.util.Set;

/** What a model's contract must say before anything runs. */
final class ModelRules {
    private ModelRules() {}

    static void check(Model model, YamlMap contract) {
        requireColumns(model, contract, "grain", model.grain());
        requireColumns(model, contract, "by", model.by());
        if (model.load() instanceof LoadRule.KeepHistory history) {
            requireColumns(model, contract, "load", List.of(history.id(), "valid_from_date", "valid_to_date"));
            if (model.surrogateKey().isEmpty()) {
                throw contract.problem("columns", "a dimension that keeps history needs a column that `is: key`");
            }
        }
        model.follows().values().forEach(follow -> checkFollow(model, contract, follow));
        if (model.madeBy().isPresent()
                && (model.table().layer() != Layer.GOLD || !(model.load() instanceof LoadRule.Merge))) {
            throw contract.problem("made by", "what is made by the detector is a table of gold with `load: merge`");
        }
        model.frozen().ifPresent(day -> checkFrozen(model, contract, day));
        SignalShape.check(model, contract);
        Set<TableName> followed = model.reads();
        model.inferredFrom().forEach(inferred -> {
            if (!followed.contains(inferred.table())) {
                throw contract.problem(
                        "inferred_from",
                        inferred.table() + " is not followed: add it to `follows` by " + inferred.column());
            }
        });
    }

    private static void checkFrozen(Model model, YamlMap contract, String day) {
        requireColumns(model, contract, "frozen", List.of(day));
        Column column = model.column(day);
        if (model.table().layer() != Layer.MART) {
            throw contract.problem(
                    "frozen",
                    "figures are told in mart: a table of "
                            + model.table().layer().sqlName() + " is always made again");
        }
        if (column.type().kind() != ColumnType.Kind.DATE
                || column.optional()
                || !model.grain().contains(day)) {
            throw contract.problem("frozen", "'" + day + "' must be a date of the grain that is never missing");
        }
        boolean everything = model.follows().values().stream().allMatch(follow -> follow instanceof Follow.Everything);
        if (!model.by().equals(List.of(day)) || !everything) {
            throw contract.problem(
                    "frozen",
                    "a day is told as a whole: write `by: " + day + "`, and `everything` for each table followed");
        }
        if (!model.namesBusinessDate()) {
            throw contract.problem("frozen", "the SELECT must date its rows: `:business_date as " + day + "`");
        }
    }

    private static void checkFollow(Model model, YamlMap contract, Follow follow) {
        Layer own = model.table().layer();
        Layer read = follow.table().layer();
        if (!own.mayRead(read)) {
            throw contract.problem("follows", "a model of " + own.sqlName() + " may not read " + follow.table());
        }
        if (follow instanceof Follow.Through path) {
            path.steps().forEach(step -> checkStep(model, contract, follow.table(), step));
        }
    }

    private static void checkStep(Model model, YamlMap contract, TableName from, Follow.Step step) {
        if (!(model.follows().get(step.via()) instanceof Follow.Direct)) {
            throw contract.problem(
                    "follows",
                    "the path of " + from + " steps through " + step.via()
                            + ", which must itself be followed by the columns of `by`");
        }
    }

    private static void requireColumns(Model model, YamlMap contract, String key, List<String> names) {
        Set<String> known = model.columnNames();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw contract.problem(
                    key, "'" + key + "' names '" + unknown + "', which is no column." + Nearest.hint(unknown, known));
        });
    }
}
