package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offtake.dashboards.Language;
import org.offtake.outbound.http.Api;
import org.offtake.outbound.http.ApiException;
import org.offtake.outbound.http.Authentication;
import org.offtake.outbound.http.Call;
import org.offtake.outbound.http.SignIn;

/**
 * The way into a Metabase: what anybody may ask it, its first setup, and the way in as an administrator.
 *
 * @param open without signing in
 */
record Entry(MetabaseSettings settings, Api open, Discreet quiet) {
    /** Queries of SQL have the form that is sent here since 57; what comes after 65 is not known. */
    static final int FIRST = 57;

    static final int LAST = 65;

    private static final String NAME = "Metabase";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern VERSION = Pattern.compile("v[01]\\.(\\d+).*");
    private static final String KEYS = "; name an 'api_key', or 'user' and 'password', under 'metabase'";

    static Entry to(MetabaseSettings settings) {
        Discreet quiet = Discreet.as(Authentication.none());
        settings.apiKey().ifPresent(quiet::keep);
        settings.login().ifPresent(login -> quiet.keep(login.password()));
        return new Entry(settings, new Api(NAME, settings.url(), quiet, PATIENCE), quiet);
    }

    /** Whether nobody has set it up yet. */
    boolean isFresh() {
        JsonNode properties = properties();
        return properties.path("setup-token").isTextual()
                && !properties.path("has-user-setup").asBoolean();
    }

    private JsonNode properties() {
        JsonNode properties = open.call(Call.get("/api/session/properties")).json();
        String tag = properties.path("version").path("tag").asText("");
        Matcher version = VERSION.matcher(tag);
        if (!version.matches()) {
            throw new MetabaseException(settings.url() + " does not tell which version of Metabase it is ('" + tag
                    + "'); see whether the address is that of a released Metabase");
        }
        int major = Integer.parseInt(version.group(1));
        if (major < FIRST || major > LAST) {
            throw new MetabaseException("The Metabase at " + settings.url() + " is " + tag
                    + ", and this Offtake knows v0." + FIRST
                    + " to v0." + LAST + "; use "
                    + (major < FIRST ? "a newer Metabase" : "an Offtake that knows it, or Metabase v0." + LAST));
        }
        return properties;
    }

    /** Makes the configured administrator of a fresh Metabase. */
    void setUp(Language language) {
        MetabaseSettings.Login login = settings.login()
                .orElseThrow(() -> new MetabaseException("The Metabase at " + settings.url()
                        + " is fresh, and its first administrator needs a mail address and a password; name them as 'user' and"
                        + " 'password' under 'metabase'"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("token", quiet.keep(properties().path("setup-token").asText()));
        body.putObject("user")
                .put("email", login.user())
                .put("password", login.password())
                .put("first_name", "Offtake")
                .put("last_name", "Administrator");
        body.putObject("prefs").put("site_name", settings.siteName()).put("site_locale", language.tag());
        open.call(Call.post("/api/setup", body));
    }

    /** As the administrator; a key goes before a password. */
    Discreet administrator() {
        return settings.apiKey()
                .map(key -> Discreet.as(Authentication.key("x-api-key", key)))
                .orElseGet(this::byPassword);
    }

    /** As the administrator, by mail address and password; a session lasts for two weeks. */
    Discreet byPassword() {
        MetabaseSettings.Login login = settings.login()
                .orElseThrow(() -> new MetabaseException(
                        "Nothing says as whom to enter the Metabase at " + settings.url() + KEYS));
        return Discreet.as(new SignIn("X-Metabase-Session", "", login.password(), () -> session(login)));
    }

    private String session(MetabaseSettings.Login login) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("username", login.user()).put("password", login.password());
        try {
            return open.call(Call.post("/api/session", body)).json().path("id").asText();
        } catch (ApiException refused) {
            if (refused.is(400) || refused.is(401)) {
                throw new MetabaseException("The Metabase at " + settings.url() + " does not let " + login.user()
                        + " in; correct 'user' and 'password' under 'metabase'");
            }
            throw refused;
        }
    }

    Api as(Discreet administrator) {
        return new Api(NAME, settings.url(), administrator, PATIENCE);
    }
}
