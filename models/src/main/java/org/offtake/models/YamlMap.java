package org.offtake.models;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML mapping that knows its file and lines, and refuses keys nobody asked for. */
public final class YamlMap {
    private final Path file;
    private final int line;
    private final Map<String, Node> values;

    private YamlMap(Path file, int line, Map<String, Node> values) {
        this.file = file;
        this.line = line;
        this.values = values;
    }

    /** Reads a file whose root is a mapping with only the given keys. */
    public static YamlMap read(Path file, Set<String> known) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setUseMarks(true)
                    .setAllowDuplicateKeys(false)
                    .setAllowNonScalarKeys(true) // refused below, with the line
                    .build();
            Node root = new Compose(settings)
                    .composeString(Files.readString(file, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new ContractException(file, 1, "the file is empty"));
            return of(file, root).only(known);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ContractException(file, line, "not valid YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            throw new ContractException(file, "not valid YAML: " + broken.getMessage());
        } catch (NoSuchFileException missing) {
            throw new ContractException(file, "there is no such file");
        } catch (CharacterCodingException otherwise) {
            throw new ContractException(file, "is not written in UTF-8: save it in that encoding");
        } catch (IOException unreadable) {
            throw new ContractException(file, "cannot be read: " + unreadable.getMessage());
        }
    }

    private static YamlMap of(Path file, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new ContractException(file, lineOf(node), "expected `key: value` pairs here");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode name)) {
                throw new ContractException(file, lineOf(pair.getKeyNode()), "a key must be a single word");
            }
            String key = name.getValue();
            if (values.put(key, pair.getValueNode()) != null) {
                throw new ContractException(file, lineOf(pair.getKeyNode()), "'" + key + "' stands here twice");
            }
        }
        return new YamlMap(file, lineOf(node), values);
    }

    /** Refuses any key that is not in the set, naming the nearest known one. */
    public YamlMap only(Set<String> known) {
        values.forEach((key, node) -> {
            if (!known.contains(key)) {
                throw new ContractException(
                        file, lineOf(node), "unknown key '" + key + "'." + Nearest.hint(key, known));
            }
        });
        return this;
    }

    public Path file() {
        return file;
    }

    public int line() {
        return line;
    }

    public int lineOf(String key) {
        Node node = values.get(key);
        return node == null ? line : lineOf(node);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String text(String key) {
        return optionalText(key).orElseThrow(() -> new ContractException(file, line, "'" + key + "' is missing"));
    }

    public Optional<String> optionalText(String key) {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        return Optional.of(scalar(key, node));
    }

    public boolean flag(String key, boolean otherwise) {
        return flag(key, otherwise, "true or false");
    }

    /** @param allowed what the key may say, as the error tells it */
    boolean flag(String key, boolean otherwise, String allowed) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get()) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw problem(key, "'" + key + "' must be " + allowed + ", not '" + text.get() + "'");
        };
    }

    public int number(String key, int otherwise) {
        Optional<String> text = optionalText(key);
        try {
            return text.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException wrong) {
            throw problem(key, "'" + key + "' must be a whole number, not '" + text.orElse("") + "'");
        }
    }

    /** A list, or a single value standing for a list of one; empty when the key is absent. */
    public List<String> texts(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(scalar(key, node));
        }
        List<String> texts = new ArrayList<>();
        sequence.getValue().forEach(item -> texts.add(scalar(key, item)));
        return List.copyOf(texts);
    }

    public Optional<YamlMap> map(String key) {
        Node node = values.get(key);
        if (node instanceof SequenceNode) {
            throw problem(key, "'" + key + "' must be `key: value` pairs, not a list");
        }
        return node == null ? Optional.empty() : Optional.of(of(file, node));
    }

    public List<YamlMap> maps(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw problem(key, "'" + key + "' must be a list of `key: value` pairs");
        }
        return sequence.getValue().stream().map(item -> of(file, item)).toList();
    }

    public ContractException problem(String key, String problem) {
        return new ContractException(file, lineOf(key), problem);
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new ContractException(file, lineOf(node), "'" + key + "' must be a single value");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
