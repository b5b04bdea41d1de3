package org.offtake.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The shipped schedules, and the JSON Schema that an editor holds a schedule against. */
class ShippedSchedulesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("offtake.house")).resolve("schedules");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void they_are_all_good() {
        assertThat(Schedules.read(List.of(FOLDER), ZoneId.of("Europe/Amsterdam"))
                        .byName())
                .containsOnlyKeys("nightly", "hourly_landing", "morning_signals", "maintenance", "completeness_proof");
    }

    @TestFactory
    Stream<DynamicTest> each_is_as_the_json_schema_says() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yml")).toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(),
                            () -> assertThat(errors(Files.readString(file))).isEmpty()));
        }
    }

    @TestFactory
    Stream<DynamicTest> what_the_reader_refuses_the_json_schema_refuses() throws IOException {
        String good = Files.readString(FOLDER.resolve("nightly.yml"));
        return Stream.of(
                        good.replace("cron:", "cronn:"),
                        good.replace("cron:", "after: x\ncron:"),
                        good.replace("owner: data\n", ""),
                        good.replace("\"07:00\"", "at seven"),
                        good.replace("missed: last", "missed: never"),
                        good.replace("30 min", "half an hour"),
                        good.replace("./offtake run", "offtake run"),
                        good.replace("{business_date}", "{date}"),
                        good.replace("warehouse:", "Ware-house:"))
                .map(wrong -> DynamicTest.dynamicTest(wrong, () -> {
                    assertThat(wrong).isNotEqualTo(good);
                    assertThat(errors(wrong)).isNotEmpty();
                }));
    }

    private static List<Error> errors(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FOLDER.resolve("schedule.schema.json")));
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        JsonNode node = JSON.valueToTree(loaded);
        return schema.validate(node);
    }
}
