package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String LOADED =
            "document.querySelector('.card') && !document.querySelector('main[aria-busy]')";

    @TempDir
    static Path folder;

    private final Optional<Path> program = Chromium.program();
    private Chromium chromium;
    private ViewerServer viewer;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        assumeTrue(program.isPresent(), "There is no chromium on the path, nor named by CHROMIUM");
        WAREHOUSE.fill();
        viewer = WAREHOUSE.viewer();
        chromium = Chromium.start(program.orElseThrow(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (viewer != null) {
            viewer.close();
        }
    }

    private BrowserPage page(int width, int height, String path) {
        return page(width, height, path, "light");
    }

    private BrowserPage page(int width, int height, String path, String colours) {
        BrowserPage page = chromium.page(width, height, "nl", colours);
        page.go(viewer.link()).until(LOADED);
        return page.go("http://127.0.0.1:" + viewer.port() + path).until(LOADED);
    }

    @ParameterizedTest
    @CsvSource({
        "sales-at-a-glance, 390, 844",
        "sales-at-a-glance, 1440, 900",
        "offtake-against-contract, 390, 844",
        "offtake-against-contract, 1440, 900"
    })
    void the_first_card_answers_the_question_without_scrolling(String dashboard, int width, int height)
            throws IOException {
        BrowserPage page = page(width, height, "/dashboard/" + dashboard);
        page.until("document.querySelector('.chart canvas')");
        page.screenshot(SCREENSHOTS.resolve(dashboard + "-" + width + ".png"), false);
        page.screenshot(SCREENSHOTS.resolve(dashboard + "-" + width + "-whole.png"), true);
        assertThat(page.text("document.querySelector('.card.first .story').innerText"))
                .contains(dashboard.startsWith("sales") ? "Oktober 2026 lag" : "Hotel De Witte Zwaan");
        assertThat(page.value("document.querySelector('.card.first .figure').getBoundingClientRect().bottom")
                        .asDouble())
                .isBetween(100.0, (double) height);
        assertThat(page.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(page.errors()).isEmpty();
        assertThat(page.requests())
                .allMatch(url -> url.startsWith("http://127.0.0.1:" + viewer.port() + "/")
                        || url.startsWith("data:")
                        || url.startsWith("about:"));
    }
}
