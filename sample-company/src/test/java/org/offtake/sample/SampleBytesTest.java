package org.offtake.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.sample.scale.SampleScale;

class SampleBytesTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 12);

    @TempDir
    Path folder;

    @Test
    void the_same_seed_and_scale_give_the_same_bytes() throws Exception {
        SampleScale scale = new SampleScale(3, 400, 40, LAST_DAY);

        assertThat(written("again", scale)).isEqualTo(written("once", scale)).hasSizeGreaterThan(300);
    }

    @Test
    void another_seed_gives_other_companies() throws Exception {
        Map<String, String> three = written("three", new SampleScale(3, 400, 40, LAST_DAY));
        Map<String, String> four = written("four", new SampleScale(4, 400, 40, LAST_DAY));

        assertThat(three.get("wholesale/orders_20261112.csv")).isNotEqualTo(four.get("wholesale/orders_20261112.csv"));
        assertThat(three.get("webshop/orders_20261112.jsonl")).isNotEqualTo(four.get("webshop/orders_20261112.jsonl"));
        assertThat(three.get("boutique/sales_20261112.xlsx")).isNotEqualTo(four.get("boutique/sales_20261112.xlsx"));
    }

    @Test
    void a_day_longer_adds_files_and_changes_none() throws Exception {
        Map<String, String> shorter = written("shorter", new SampleScale(3, 400, 40, LAST_DAY));
        Map<String, String> longer = written("longer", new SampleScale(3, 410, 41, LAST_DAY.plusDays(1)));
        longer.keySet().removeIf(it -> it.startsWith("labels/"));
        shorter.keySet().removeIf(it -> it.startsWith("labels/"));

        assertThat(longer).containsAllEntriesOf(shorter).containsKey("webshop/orders_20261113.jsonl");
    }

    @Test
    void days_before_the_first_daily_file_come_as_a_file_a_month() throws Exception {
        SampleScale scale = new SampleScale(3, 400, 40, LAST_DAY, LocalDate.of(2026, 11, 11));

        List<String> orders = written("monthly", scale).keySet().stream()
                .filter(it -> it.startsWith("webshop/orders_"))
                .toList();

        assertThat(orders)
                .containsExactly(
                        "webshop/orders_20261031.jsonl",
                        "webshop/orders_20261110.jsonl",
                        "webshop/orders_20261111.jsonl",
                        "webshop/orders_20261112.jsonl");
    }

    @Test
    void progress_is_told_after_every_day_of_every_company() throws Exception {
        List<Integer> told = new ArrayList<>();

        SampleCompany.write(folder, new SampleScale(3, 400, 10, LAST_DAY), told::add);

        assertThat(told).hasSize(30).isSorted().endsWith(30);
    }

    @Test
    void a_scale_without_sense_is_refused_with_a_next_step() {
        assertThatThrownBy(() -> new SampleScale(1, 0, 10, LAST_DAY)).hasMessageContaining("at least 100");
        assertThatThrownBy(() -> new SampleScale(1, 400, 0, LAST_DAY)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new SampleScale(1, 400, 9_000, LAST_DAY)).hasMessageContaining("ask for fewer days");
    }

    private Map<String, String> written(String name, SampleScale scale) throws IOException, NoSuchAlgorithmException {
        Path root = folder.resolve(name);
        SampleCompany.write(root, scale);
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(root.relativize(file).toString(), HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }
}
