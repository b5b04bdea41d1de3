package org.offtake.dashboards.metabase;

import java.util.Locale;
import org.offtake.serving.Roles;

/** Who reads in Metabase: each has a group there, and a connection of its own with an account that writes nothing. */
public enum Role {
    /** Reads the dashboards; their cards ask by its connection. */
    MANAGEMENT(Roles.MANAGEMENT),
    /** Reads the dashboards, and asks questions of their own. */
    ANALYSTS(Roles.ANALYSTS);

    private final String account;

    Role(String account) {
        this.account = account;
    }

    /** Its account in PostgreSQL. */
    public String account() {
        return account;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
