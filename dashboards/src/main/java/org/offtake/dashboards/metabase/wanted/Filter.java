package org.offtake.dashboards.metabase.wanted;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.offtake.dashboards.Company;
import org.offtake.dashboards.Language;

/** What can be chosen above a dashboard; each is optional, and is a place of the same name in the SQL of every card. */
public enum Filter {
    COMPANY("company", "text", "string/=", "string", "Bedrijf", "Company"),
    FROM("from", "date", "date/single", "date", "Van", "From"),
    TO("to", "date", "date/single", "date", "Tot en met", "Up to");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String place;
    private final String tagType;
    private final String type;
    private final String section;
    private final String nl;
    private final String en;

    Filter(String place, String tagType, String type, String section, String nl, String en) {
        this.place = place;
        this.tagType = tagType;
        this.type = type;
        this.section = section;
        this.nl = nl;
        this.en = en;
    }

    /** Its name in SQL. */
    public String place() {
        return place;
    }

    /** The same in every dashboard. */
    public String id() {
        return EntityId.ofFilter(place);
    }

    /** Its place in the SQL of a card. */
    Tag tag(Language language) {
        return new Tag(place, label(language), tagType);
    }

    private String label(Language language) {
        return language == Language.NL ? nl : en;
    }

    /** As a card on a dashboard listens to it. */
    public ObjectNode mapping(long cardId) {
        ObjectNode mapping = JSON.objectNode().put("parameter_id", id()).put("card_id", cardId);
        ArrayNode target = mapping.putArray("target").add("variable");
        target.addArray().add("template-tag").add(place);
        return mapping;
    }

    /** As a dashboard offers it; companies are chosen from a list. */
    ObjectNode parameter(Language language, List<Company> companies) {
        ObjectNode parameter = JSON.objectNode()
                .put("id", id())
                .put("name", label(language))
                .put("slug", place)
                .put("type", type)
                .put("sectionId", section);
        if (this == COMPANY) {
            parameter
                    .put("isMultiSelect", false)
                    .put("values_query_type", "list")
                    .put("values_source_type", "static-list");
            ArrayNode values = parameter.putObject("values_source_config").putArray("values");
            companies.forEach(company -> values.addArray().add(company.code()).add(company.name()));
        }
        return parameter;
    }
}
