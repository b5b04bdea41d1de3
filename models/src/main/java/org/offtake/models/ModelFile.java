package org.offtake.models;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one model: its contract beside its SELECT. */
final class ModelFile {
    private ModelFile() {}

    static Model read(Layer layer, Path contractFile) {
        YamlMap contract = YamlMap.read(contractFile, Model.KEYS);
        String stem = TextFile.stem(contractFile);
        List<String> grain = contract.texts("grain");
        if (grain.isEmpty()) {
            throw contract.problem("grain", "'grain' is missing: which columns name a row?");
        }
        Path sqlFile = contractFile.resolveSibling(stem + ".sql");
        try {
            TableName table = new TableName(layer, stem);
            List<String> by = contract.has("by") ? contract.texts("by") : grain;
            Model model = new Model(
                    table,
                    contract.text("about"),
                    contract.text("owner"),
                    grain,
                    by,
                    LoadRule.parse(contract.text("load")),
                    follows(contract, by),
                    Column.readAll(contract),
                    Check.readAll(contract),
                    contract.texts("inferred_from").stream()
                            .map(ModelFile::inferredFrom)
                            .toList(),
                    visible(contract),
                    contract.optionalText("frozen"),
                    contract.flag("per_delivery", false),
                    contract.optionalText("made by"),
                    sqlFile,
                    TextFile.read(sqlFile));
            ModelRules.check(model, contract);
            return model;
        } catch (IllegalArgumentException wrong) {
            throw new ContractException(contractFile, contract.line(), wrong);
        }
    }

    private static Map<TableName, Follow> follows(YamlMap contract, List<String> by) {
        Map<TableName, Follow> follows = new LinkedHashMap<>();
        contract.map("follows").ifPresent(map -> map.keys().forEach(name -> {
            try {
                TableName table = TableName.parse(name);
                Follow follow = Follow.parse(table, map.texts(name));
                if (follow instanceof Follow.Direct direct
                        && direct.expressions().size() != by.size()) {
                    throw new IllegalArgumentException("'" + name + "' gives "
                            + direct.expressions().size() + " values for the " + by.size() + " columns of `by`");
                }
                follows.put(table, follow);
            } catch (IllegalArgumentException wrong) {
                throw new ContractException(contract.file(), map.lineOf(name), wrong);
            }
        }));
        return Collections.unmodifiableMap(follows);
    }

    private static Model.InferredFrom inferredFrom(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("'" + text + "': write layer.table.column");
        }
        return new Model.InferredFrom(TableName.parse(text.substring(0, dot)), text.substring(dot + 1));
    }

    private static Map<String, String> visible(YamlMap contract) {
        Map<String, String> visible = new LinkedHashMap<>();
        Optional<YamlMap> map = contract.map("visible");
        map.ifPresent(roles -> roles.keys().forEach(role -> visible.put(role, roles.text(role))));
        return Collections.unmodifiableMap(visible);
    }
}
