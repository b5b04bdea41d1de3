package org.offtake.dashboards.metabase;

import java.util.Locale;

/** What there is in Metabase. */
enum Kind {
    SETUP,
    GROUP,
    DATABASE,
    COLLECTION,
    PERMISSIONS,
    CARD,
    DASHBOARD;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it is in the API. */
    String path() {
        return "/api/" + (this == GROUP ? "permissions/group" : word());
    }
}
