package org.offtake.dashboards.metabase.wanted;

import java.util.Optional;

/**
 * A folder of Metabase.
 *
 * @param parent the slug of the one it is in; empty for the one that holds all
 */
public record WantedCollection(String slug, Optional<String> parent, String name, String description) {}
