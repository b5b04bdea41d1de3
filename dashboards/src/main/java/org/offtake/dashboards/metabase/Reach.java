package org.offtake.dashboards.metabase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offtake.serving.Database;

/** Where Metabase finds our PostgreSQL. */
public record Reach(String host, int port, String name, boolean ssl) {
    private static final int USUAL_PORT = 5432;
    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://(?<host>[^:/,?]+)(?::(?<port>\\d+))?/(?<name>[^?]+)(?:\\?(?<more>.*))?");

    /** The same as ours. */
    public static Reach of(Database database) {
        Matcher url = URL.matcher(database.url());
        if (!url.matches()) {
            throw new MetabaseException("Metabase cannot be told of " + database.url()
                    + ": it names no single host. Name one under 'metabase.database'");
        }
        String more = url.group("more") == null ? "" : url.group("more");
        return new Reach(
                url.group("host"),
                url.group("port") == null ? USUAL_PORT : Integer.parseInt(url.group("port")),
                url.group("name"),
                more.contains("ssl=true") || more.contains("sslmode=require") || more.contains("sslmode=verify"));
    }
}
