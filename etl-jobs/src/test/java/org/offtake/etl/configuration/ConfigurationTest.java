package org.offtake.etl.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    @TempDir
    private Path folder = Path.of(".");

    private Configuration read(String more) {
        try {
            Path file = folder.resolve("offtake.yml");
            Files.writeString(file, """
                    company: {code: shop, zone: Europe/Amsterdam, currency: EUR}
                    home: work
                    """ + more);
            return Configuration.read(file, Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void what_offtake_tells_is_a_source_that_nobody_has_to_configure() {
        Configuration configuration = read("sources: {till: {folder: drop}}\n");
        assertThat(configuration.sources().keySet()).containsExactly(Configuration.OWN, "till");
        assertThat(configuration.source(Configuration.OWN).folder()).hasValue(folder.resolve("work/told"));
        assertThat(configuration.source(Configuration.OWN).company().code()).isEqualTo("shop");
    }

    @Test
    void a_source_of_that_name_is_refused() {
        assertThatThrownBy(() -> read("sources: {offtake: {folder: drop}}\n"))
                .hasMessageContaining("Offtake's own source")
                .hasMessageContaining("name yours otherwise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "schedules"})
    void a_folder_of_ones_own_that_is_not_there_is_refused_by_the_line_that_names_it(String key) {
        assertThatThrownBy(() -> read("sources: {till: {folder: drop}}\n" + key + ": nope\n"))
                .hasMessageContaining("offtake.yml:4: '" + key + "' names " + folder.resolve("nope"));
    }

    @Test
    void a_signal_cools_down_for_a_fortnight_unless_someone_says_otherwise() {
        assertThat(read("sources: {till: {folder: drop}}\n").telling().cooldownDays())
                .isEqualTo(14);
        assertThat(read("sources: {till: {folder: drop}}\nsignals: {cooldown_days: 0}\n")
                        .telling()
                        .cooldownDays())
                .isZero();
        assertThatThrownBy(() -> read("sources: {till: {folder: drop}}\nsignals: {cooldown_days: -1}\n"))
                .hasMessageContaining("cooldown_days")
                .hasMessageContaining("0 or more");
        assertThatThrownBy(() -> read("sources: {till: {folder: drop}}\nsignals: {cooldown: 3}\n"))
                .hasMessageContaining("unknown key 'cooldown'");
    }

    @Test
    void mail_is_sent_by_a_server_whose_password_is_never_printed() {
        String sources = "sources: {till: {folder: drop}}\n";
        Configuration configuration = read(sources
                + "mail: {host: smtp.example.com, user: us, password: secret-word, from: a@example.com, to: b@example.com}\n"
                + "people: {\"A. de Vries\": {mail: anna@example.com, language: nl}, data: {mail: d@example.com}}\n");

        assertThat(configuration.mail()).hasValueSatisfying(mail -> {
            assertThat(mail.port()).isEqualTo(587);
            assertThat(mail.password()).hasValue("secret-word");
        });
        assertThat(configuration.toString()).contains("smtp.example.com").doesNotContain("secret-word");
        assertThat(configuration.people())
                .containsEntry("A. de Vries", new Person("anna@example.com", "nl"))
                .containsEntry("data", new Person("d@example.com", "en"));
        assertThat(read(sources).mail()).isEmpty();
        assertThatThrownBy(() -> read(sources + "mail: {host: h, security: ssl, from: a, to: b}\n"))
                .hasMessageContaining("'security' must be starttls, tls or none, not 'ssl'");
        assertThatThrownBy(() -> read(sources + "mail: {host: h, from: a}\n")).hasMessageContaining("'to' is missing");
        assertThatThrownBy(() -> read(sources + "people: {data: {mail: a, language: de}}\n"))
                .hasMessageContaining("'language' must be nl or en");
    }

    @Test
    void airflow_and_lineage_keep_their_secrets_and_say_what_is_wrong_of_an_address_without_repeating_it() {
        String sources = "sources: {till: {folder: drop}}\n";
        Configuration configuration = read(sources
                + "airflow: {url: \"http://af:8080\", user: us, password: secret-word, dags: dags, pools: {spark: 2}}\n"
                + "lineage: {url: \"https://lineage.example.com\", key: secret-word}\n");

        assertThat(configuration.airflow()).hasValueSatisfying(airflow -> {
            assertThat(airflow.pool()).isEqualTo("offtake");
            assertThat(airflow.pools()).containsEntry("offtake", 1).containsEntry("spark", 2);
            assertThat(airflow.dags()).isAbsolute().endsWithRaw(Path.of("dags"));
        });
        assertThat(configuration.lineage()).map(LineageTo::namespace).hasValue("offtake");
        assertThat(configuration.toString()).contains("http://af:8080").doesNotContain("secret-word");
        assertThatThrownBy(
                        () -> read(sources + "airflow: {url: \"http://us:pa55@af\", user: u, password: p, dags: d}\n"))
                .hasMessageContaining(
                        "'url' must be an address such as http://localhost:8080, without a user or a query in it")
                .hasMessageNotContaining("pa55");
        assertThatThrownBy(() -> read(sources + "airflow: {url: \"http://af\", user: u, password: p, dag: d}\n"))
                .hasMessageContaining("unknown key 'dag'")
                .hasMessageContaining("dags");
        assertThatThrownBy(() -> read(sources + "lineage: {url: \"http://l/?api_key=pa55\"}\n"))
                .hasMessageContaining("a query in it")
                .hasMessageNotContaining("pa55");
        assertThatThrownBy(() -> read(sources + "lineage: {namespace: x}\n"))
                .hasMessageContaining("'lineage' needs the 'url' of a server that takes OpenLineage, or a 'file'");
    }

    @Test
    void metabase_is_entered_by_a_key_or_a_password_that_are_never_printed() {
        String sources = "sources: {till: {folder: drop}}\n";
        Configuration configuration = read(sources
                + "metabase: {url: \"https://metabase.example.com\", api_key: secret-key, user: a@example.com, password: secret-word,"
                + " languages: nl, database: {host: db, port: 5433, ssl: yes}}\n");

        assertThat(configuration.metabase()).hasValueSatisfying(metabase -> {
            assertThat(metabase.apiKey()).hasValue("secret-key");
            assertThat(metabase.collection()).isEqualTo("Offtake");
            assertThat(metabase.languages()).containsExactly("nl");
            assertThat(metabase.reach().host()).hasValue("db");
            assertThat(metabase.reach().port()).hasValue(5433);
        });
        assertThat(configuration.toString())
                .contains("metabase.example.com")
                .doesNotContain("secret-key")
                .doesNotContain("secret-word");
        assertThat(read(sources).metabase()).isEmpty();
        assertThatThrownBy(() -> read(sources + "metabase: {url: \"https://us:secret-word@metabase.example.com\"}\n"))
                .hasMessageContaining("without a user or a query in it")
                .hasMessageNotContaining("secret-word");
        assertThatThrownBy(() -> read(sources + "metabase: {url: \"https://m\", apikey: x}\n"))
                .hasMessageContaining("unknown key 'apikey'. Did you mean 'api_key'?");
        assertThatThrownBy(() -> read(sources + "metabase: {url: \"https://m\", languages: [nl, de]}\n"))
                .hasMessageContaining("'de' is no language of the dashboards");
        assertThatThrownBy(() -> read(sources + "metabase: {url: \"https://m\", user: a}\n"))
                .hasMessageContaining("'user' and 'password' belong together");
        assertThatThrownBy(() -> read(sources + "metabase: {url: \"https://m\", api_key: \"${NOT_SET}\"}\n"))
                .hasMessageContaining("NOT_SET is not set; 'api_key' needs it");
    }
}
