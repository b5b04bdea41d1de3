package org.offtake.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** One page of the browser, driven as a person would and read as a developer would. */
final class BrowserPage implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 20_000;

    private final DevTools tools;

    BrowserPage(String address) {
        tools = new DevTools(address);
        Stream.of("Page", "Runtime", "Log", "Network")
                .forEach(domain -> tools.send(domain + ".enable", DevTools.object()));
    }

    void look(int width, int height, String language, String colours) {
        tools.send(
                "Emulation.setDeviceMetricsOverride",
                DevTools.object()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 500));
        tools.send(
                "Emulation.setUserAgentOverride",
                DevTools.object().put("userAgent", "Mozilla/5.0 Chromium").put("acceptLanguage", language));
        ObjectNode media = DevTools.object();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", colours);
        tools.send("Emulation.setEmulatedMedia", media);
    }

    BrowserPage go(String address) {
        tools.send("Page.navigate", DevTools.object().put("url", address));
        return this;
    }

    /** Waits until an expression is true. */
    BrowserPage until(String expression) {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!value("Boolean(" + expression + ")").asBoolean()) {
            if (System.currentTimeMillis() > deadline) {
                throw new IllegalStateException("It never came true: " + expression + "\nThe page says: "
                        + text("document.body?.innerText") + "\n" + errors());
            }
            pause();
        }
        return this;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    String text(String expression) {
        return value(expression).asText();
    }

    JsonNode value(String expression) {
        ObjectNode command = DevTools.object().put("expression", expression).put("returnByValue", true);
        try {
            JsonNode answer = tools.send("Runtime.evaluate", command);
            return answer.has("exceptionDetails")
                    ? NullNode.getInstance()
                    : answer.get("result").path("value");
        } catch (DevTools.Refused onItsWay) { // to another page
            return NullNode.getInstance();
        }
    }

    /** What the console says is wrong, refused styles and scripts among it. */
    List<String> errors() {
        Stream<String> thrown = tools.events("Runtime.exceptionThrown").stream().map(JsonNode::toString);
        Stream<String> logged = tools.events("Log.entryAdded").stream()
                .filter(event -> !event.path("entry").path("level").asText().equals("info"))
                .map(JsonNode::toString);
        Stream<String> written = tools.events("Runtime.consoleAPICalled").stream()
                .filter(event -> List.of("error", "warning", "assert")
                        .contains(event.path("type").asText()))
                .map(JsonNode::toString);
        return Stream.of(thrown, logged, written).flatMap(messages -> messages).toList();
    }

    List<String> requests() {
        return tools.events("Network.requestWillBeSent").stream()
                .map(event -> event.path("request").path("url").asText())
                .toList();
    }

    void screenshot(Path file, boolean whole) throws IOException {
        ObjectNode command = DevTools.object().put("format", "png").put("captureBeyondViewport", whole);
        if (whole) {
            JsonNode size =
                    tools.send("Page.getLayoutMetrics", DevTools.object()).get("cssContentSize");
            command.putObject("clip")
                    .put("x", 0)
                    .put("y", 0)
                    .put("width", size.get("width").asDouble())
                    .put("height", size.get("height").asDouble())
                    .put("scale", 1);
        }
        String data = tools.send("Page.captureScreenshot", command).get("data").asText();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    @Override
    public void close() {
        tools.close();
    }
}
