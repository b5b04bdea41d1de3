package org.offtake.dashboards.metabase;

import java.util.Locale;
import org.offtake.serving.Roles;

/** Who reads in Metabase: each has a group there, and a connection of its own with an account that writes nothing. */
enum Role {
    /** Reads the dashboards; their cards ask by its connection. */
    MANAGEMENT,
    /** Reads the dashboards, and asks questions of their own. */
    ANALYSTS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its account in PostgreSQL. */
    String account(Reach reach) {
        return Roles.account(word(), reach.name());
    }
}
