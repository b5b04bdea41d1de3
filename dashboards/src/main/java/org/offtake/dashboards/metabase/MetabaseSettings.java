package org.offtake.dashboards.metabase;

import java.net.URI;
import java.util.Optional;

/**
 * Which Metabase, and as whom; secrets are never printed.
 *
 * @param apiKey of a key that belongs to the administrators
 * @param login used where there is no key, and to set up a Metabase that is fresh
 * @param siteName what a fresh Metabase is called
 * @param reach where it finds our PostgreSQL
 */
public record MetabaseSettings(URI url, Optional<String> apiKey, Optional<Login> login, String siteName, Reach reach) {

    /** An administrator, by mail address. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    @Override
    public String toString() {
        return "MetabaseSettings[" + url + "]";
    }
}
