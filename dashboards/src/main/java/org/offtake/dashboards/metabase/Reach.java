package org.offtake.dashboards.metabase;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offtake.serving.Database;

/** Where Metabase finds our PostgreSQL. */
public record Reach(String host, int port, String name, boolean ssl) {
    private static final int USUAL_PORT = 5432;
    private static final Pattern URL = Pattern.compile("jdbc:postgresql://(?<at>[^/?]*)/(?<name>[^?]+)(?<more>.*)");
    private static final Pattern AT = Pattern.compile("(?<host>[^:,]+)(?::(?<port>\\d+))?");
    private static final Pattern SSL = Pattern.compile("[?&](ssl=true|sslmode=(require|verify))");

    /** Where we find it. */
    public static Reach of(Database database) {
        return of(database, Optional.empty(), OptionalInt.empty(), Optional.empty());
    }

    /**
     * Where we find it, but for what is another for Metabase.
     *
     * @throws MetabaseException when no host is given and ours is none that can be told
     */
    public static Reach of(Database database, Optional<String> host, OptionalInt port, Optional<Boolean> ssl) {
        Matcher url = URL.matcher(database.url());
        Matcher at = AT.matcher(url.matches() ? url.group("at") : "");
        if (!url.matches() || (!at.matches() && host.isEmpty())) {
            throw new MetabaseException("Metabase cannot be told of " + database.url()
                    + ": it names no single host. Name one with 'database: {host: …}' under 'metabase'");
        }
        int ours = at.matches() && at.group("port") != null ? Integer.parseInt(at.group("port")) : USUAL_PORT;
        return new Reach(
                host.orElseGet(() -> at.group("host")),
                port.orElse(ours),
                url.group("name"),
                ssl.orElseGet(() -> SSL.matcher(url.group("more")).find()));
    }
}
