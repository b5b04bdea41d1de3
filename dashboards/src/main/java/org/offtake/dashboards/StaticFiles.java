package org.offtake.dashboards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The viewer's own files and the chart library, from the class path; nothing comes from elsewhere. */
final class StaticFiles {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*\\.(js|css|svg)");
    private static final String ECHARTS = "echarts.js";
    private static final String ECHARTS_IN_JAR = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");
    private static final String FRESH_EACH_START = "no-cache";
    private static final String FOR_A_DAY = "private, max-age=86400";

    private StaticFiles() {}

    static Optional<Reply> of(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        boolean echarts = name.equals(ECHARTS);
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
        return bytes(echarts ? ECHARTS_IN_JAR : "/viewer/" + name)
                .map(body -> new Reply(200, type, body, echarts ? FOR_A_DAY : FRESH_EACH_START));
    }

    /** The page that the scripts fill. */
    static Reply shell(Language language) {
        return Reply.html(200, text("shell.html").replace("{lang}", language.tag()));
    }

    /** A page that only says something. */
    static Reply message(int status, Language language, String refresh, String title, String text) {
        return Reply.html(
                status,
                text("message.html")
                        .replace("{lang}", language.tag())
                        .replace("{refresh}", refresh)
                        .replace("{title}", escaped(title))
                        .replace("{text}", escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String text(String name) {
        return bytes("/viewer/" + name)
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        new IllegalStateException("The class path has no viewer/" + name + ": build the module again"));
    }

    private static Optional<byte[]> bytes(String path) {
        try (InputStream file = StaticFiles.class.getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
