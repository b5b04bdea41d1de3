package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
        ToldSignal.in(WAREHOUSE);
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

    @Test
    void a_choice_of_company_changes_the_figures_and_the_address() {
        BrowserPage page = page(1440, 900, "/dashboard/sales-at-a-glance");
        String all = page.text("document.querySelector('.first .value').innerText");
        page.value("(() => { const company = document.getElementById('company'); company.value = 'boutique';"
                + " company.dispatchEvent(new Event('change', {bubbles: true})); })()");
        page.until("location.search.includes('company=boutique')")
                .until("document.querySelector('.first .value').innerText !== '" + all + "'");
        assertThat(page.text("document.querySelector('[data-item=company_figures] tbody').innerText"))
                .contains("Boutique Lente")
                .doesNotContain("Groothandel");
        page.value("history.back()");
        page.until("document.querySelector('.first .value').innerText === '" + all + "'");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void a_click_on_a_number_leads_to_its_rows_with_file_and_line_and_the_same_sum() throws IOException {
        BrowserPage page = page(1440, 900, "/dashboard/sales-at-a-glance");
        String number = page.text("document.querySelector('.first .value').innerText");
        page.value("document.querySelector('.first .value').click()");
        page.until("location.pathname.startsWith('/rows/')").until("document.querySelector('.rows table .origin')");
        page.screenshot(SCREENSHOTS.resolve("rows-1440.png"), false);
        assertThat(page.text("document.querySelector('.rows table .origin').innerText"))
                .matches("invoices-2026-10\\.csv, regel \\d+");
        assertThat(page.text("document.querySelector('.summary').innerText").replaceAll(",\\d\\d$", ""))
                .startsWith("270 regels")
                .endsWith(number);
        assertThat(page.value("document.querySelectorAll('.rows tbody tr').length")
                        .asInt())
                .isEqualTo(200);
        page.value("document.querySelector('.pages a').click()");
        page.until("document.querySelectorAll('.rows tbody tr').length === 70");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void a_row_of_a_table_leads_to_the_order_lines_of_that_customer() throws IOException {
        BrowserPage page = page(390, 844, "/dashboard/offtake-against-contract");
        page.value("document.querySelector('[data-item=customers_behind] tbody tr td').click()");
        page.until("document.querySelector('.rows table .origin')");
        page.screenshot(SCREENSHOTS.resolve("rows-390.png"), false);
        assertThat(page.text("document.querySelector('.stand').innerText")).contains("K101");
        assertThat(page.text("document.querySelector('.rows tbody').innerText"))
                .contains("Hotel De Witte Zwaan")
                .doesNotContain("Bakkerij");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void a_script_in_the_name_of_a_customer_is_text() {
        BrowserPage page = page(1440, 900, "/dashboard/offtake-against-contract");
        assertThat(page.text("document.querySelector('[data-item=customers_behind]').innerText"))
                .contains("Café <b>Het Hoekje</b><script>document.title='owned'</script>");
        assertThat(page.text("document.title")).isEqualTo("Afname tegen contract · Offtake");
        assertThat(page.value("document.querySelectorAll('main b, main script').length")
                        .asInt())
                .isZero();
        page.go(
                        "http://127.0.0.1:" + viewer.port()
                                + "/rows/sales-at-a-glance/countries?by.country=%3Cscript%3Edocument.title='owned'%3C/script%3E")
                .until("document.querySelector('.summary')");
        assertThat(page.text("document.querySelector('.stand').innerText")).contains("<script>");
        assertThat(page.text("document.title")).isEqualTo("Factuurregels · Offtake");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void every_chart_has_its_figures_as_a_table_and_every_control_has_a_name() {
        BrowserPage page = page(390, 844, "/dashboard/sales-at-a-glance");
        page.until("document.querySelectorAll('.chart canvas').length === 2");
        assertThat(page.value("document.querySelectorAll('.as-table tbody tr').length")
                        .asInt())
                .isEqualTo(12 + 6);
        assertThat(page.value(
                                "[...document.querySelectorAll('a, button, summary, select')].filter((each) =>"
                                        + " !(each.textContent.trim() || each.getAttribute('aria-label') || each.labels?.length)).length")
                        .asInt())
                .isZero();
    }

    @Test
    void the_page_speaks_english_and_follows_the_dark() throws IOException {
        BrowserPage page = page(1440, 900, "/dashboard/offtake-against-contract?lang=en", "dark");
        page.until("document.querySelector('.chart canvas')");
        page.screenshot(SCREENSHOTS.resolve("dark-1440.png"), false);
        assertThat(page.text("document.documentElement.lang")).isEqualTo("en");
        assertThat(page.text("document.querySelector('.first .story').innerText"))
                .startsWith("5 of 12 customers are behind contract. Hotel De Witte Zwaan most of all: €");
        assertThat(page.text("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(18, 22, 27)");
    }

    @Test
    void on_a_phone_the_whole_of_what_is_told_and_the_way_to_its_page_stand_below_each_other() throws IOException {
        BrowserPage page = page(390, 844, "/dashboard/signals");
        page.screenshot(SCREENSHOTS.resolve("signals-390.png"), true);
        String link = "document.querySelector('[data-item=to_call] .stacked a[href*=\"/signal/\"]')";
        assertThat(page.value(link + ".getBoundingClientRect().right").asDouble())
                .isBetween(1.0, 390.0);
        assertThat(page.value("document.querySelector('[data-item=to_call] .sentence').getBoundingClientRect().right")
                        .asDouble())
                .isBetween(1.0, 390.0);
        assertThat(page.text("document.querySelector('[data-item=to_call] .stacked tbody').innerText"))
                .contains(ToldSignal.TEXT);
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void a_salesperson_says_on_the_page_of_a_signal_what_became_of_it() throws IOException {
        BrowserPage page = page(390, 844, ToldSignal.PAGE);
        page.screenshot(SCREENSHOTS.resolve("signal-390.png"), true);
        assertThat(page.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
        assertThat(page.text("document.querySelector('h1').innerText"))
                .isEqualTo("Hotel <b>Zwaan</b> · Bestelt niet meer");
        page.value("document.querySelector('form.followup').by.value = '  '");
        assertThat(page.value("document.querySelector('form.followup').by.checkValidity()")
                        .asBoolean())
                .isFalse();
        page.value("(() => { const form = document.querySelector('form.followup'); form.by.value = 'Els';"
                + " form.status.value = 'ACTED'; form.cause.value = 'PRICE'; form.expected.value = '1250,50';"
                + " form.requestSubmit(); })()");
        page.until("document.querySelector('main').innerText.includes('nog niet in de cijfers')");
        page.screenshot(SCREENSHOTS.resolve("signal-said-390.png"), true);
        assertThat(page.text("document.querySelector('main').innerText").replaceAll("\\p{Zs}", " "))
                .contains("Actie gedaan")
                .contains("€ 1.251");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void a_signal_that_there_is_not_is_named_with_a_way_on() {
        BrowserPage page = page(390, 844, "/signal/signals/S-999999");
        assertThat(page.text("document.querySelector('main').innerText"))
                .contains("S-999999 is hier niet", "Naar het eerste dashboard")
                .doesNotContain("Probeer opnieuw");
    }

    @Test
    void a_used_link_says_how_to_get_another() throws IOException {
        String link = viewer.link();
        BrowserPage page = chromium.page(390, 844, "nl", "light");
        page.go(link).until(LOADED);
        BrowserPage late = chromium.page(390, 844, "nl", "light");
        late.go(link).until("document.querySelector('main.message h1')");
        late.screenshot(SCREENSHOTS.resolve("used-link-390.png"), false);
        assertThat(late.text("document.body.innerText"))
                .contains("Deze link is al gebruikt")
                .contains("./offtake serve");
    }
}
