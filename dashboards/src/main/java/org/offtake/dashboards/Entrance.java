package org.offtake.dashboards;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Exchanges a one-time link for a session, and says clearly why it does not. */
final class Entrance {
    private final Tokens tokens;
    private final Sessions sessions;

    Entrance(Tokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    boolean admits(HttpExchange exchange) {
        return sessions.admits(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
    }

    /**
     * Answers a page that goes on by itself: a redirect would not carry the strict cookie where the link was clicked in
     * another site.
     */
    Reply enter(HttpExchange exchange, String token, Language language) throws SQLException, IOException {
        if (exchange.getRequestHeaders().getOrDefault("Sec-Purpose", List.of()).stream()
                .anyMatch(purpose -> purpose.contains("prefetch"))) {
            return Reply.problem(503, "A link that works once is not opened ahead of the click");
        }
        return switch (tokens.redeem(token)) {
            case WELCOME -> welcome(exchange, language);
            case USED ->
                refusal(
                        language,
                        "Deze link is al gebruikt",
                        "Een link opent het dashboard één keer.",
                        "This link was used before",
                        "A link opens the dashboard once.");
            case EXPIRED ->
                refusal(
                        language,
                        "Deze link is verlopen",
                        "Een link blijft " + Tokens.LIFE.toHours() + " uur geldig.",
                        "This link has expired",
                        "A link stays valid for " + Tokens.LIFE.toHours() + " hours.");
            case UNKNOWN ->
                refusal(
                        language,
                        "Deze link klopt niet",
                        "Misschien is hij niet helemaal overgenomen.",
                        "This link is not right",
                        "Perhaps it was not copied to its end.");
        };
    }

    /** What someone without a session sees. */
    Reply closed(Language language) {
        return refusal(
                language,
                "Je bent niet aangemeld",
                "Het dashboard opent met een link die één keer werkt.",
                "You are not signed in",
                "The dashboard opens with a link that works once.");
    }

    private Reply welcome(HttpExchange exchange, Language language) {
        exchange.getResponseHeaders().add("Set-Cookie", sessions.open());
        String next = language == Language.NL ? "Het dashboard opent" : "Opening the dashboard";
        return StaticFiles.message(200, language, "<meta http-equiv=\"refresh\" content=\"0;url=/\">", next, "");
    }

    private static Reply refusal(Language language, String titleNl, String whyNl, String titleEn, String whyEn) {
        return language == Language.NL
                ? StaticFiles.message(
                        401,
                        language,
                        "",
                        titleNl,
                        whyNl + " Een nieuwe link krijg je zo: stop de viewer en start hem weer met ./offtake serve."
                                + " De link staat op de laatste regel.")
                : StaticFiles.message(
                        401,
                        language,
                        "",
                        titleEn,
                        whyEn + " To get a new link, stop the viewer and start it again with ./offtake serve."
                                + " The link stands on the last line.");
    }
}
