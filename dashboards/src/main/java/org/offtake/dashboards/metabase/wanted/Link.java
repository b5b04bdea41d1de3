package org.offtake.dashboards.metabase.wanted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Where a click on a figure leads: to its rows, as a question of their own.
 *
 * @param to the slug of their card
 * @param by the columns whose values in the clicked row choose them; the period and the company are handed on too
 */
public record Link(String to, List<String> by) {
    public Link {
        by = List.copyOf(by);
    }

    /** What the value of a column is called where it is handed on. */
    static String tag(String column) {
        return "by_" + column;
    }

    /** The value as text, so that both sides write it alike. */
    static String raw(String column) {
        return "cast(_answer." + column + " as text)";
    }

    /** As a card on a dashboard has it in its settings. */
    public ObjectNode behaviour(long cardId) {
        ObjectNode behaviour = JsonNodeFactory.instance
                .objectNode()
                .put("type", "link")
                .put("linkType", "question")
                .put("targetId", cardId);
        ObjectNode mapping = behaviour.putObject("parameterMapping");
        by.forEach(column -> hand(mapping, tag(column), "column", tag(column)));
        for (Filter filter : Filter.values()) {
            hand(mapping, filter.place(), "parameter", filter.id());
        }
        return behaviour;
    }

    private static void hand(ObjectNode mapping, String tag, String kind, String from) {
        ObjectNode hand = mapping.putObject(tag).put("id", tag);
        hand.putObject("source").put("type", kind).put("id", from).put("name", tag);
        hand.putObject("target").put("type", "variable").put("id", tag);
    }
}
