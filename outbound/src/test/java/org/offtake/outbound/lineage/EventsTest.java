package org.offtake.outbound.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openlineage.client.OpenLineage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.outbound.http.Answer;

class EventsTest {
    private static final UUID WHOLE = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final Dataset ORDERS = new Dataset(
            "file",
            "/lake/silver/orders",
            Optional.of("7"),
            List.of(new Dataset.Field("order_id", "string", "Number")));
    private static final Dataset MART =
            new Dataset("postgres://localhost:5432", "offtake.mart.kpi_x", Optional.empty(), List.of());

    @Test
    void a_model_is_told_with_what_it_was_made_of_and_as_a_part_of_its_run() {
        List<String> events = new Events("offtake").of(run(Optional.empty()));

        JsonNode end = Answer.json(events.get(1));
        assertThat(events).hasSize(2);
        assertThat(Answer.json(events.get(0)).path("eventType").asText()).isEqualTo("START");
        assertThat(end.path("eventType").asText()).isEqualTo("COMPLETE");
        assertThat(end.path("eventTime").asText()).isEqualTo("2026-11-26T04:31:00Z");
        assertThat(end.at("/job/namespace").asText()).isEqualTo("offtake");
        assertThat(end.at("/job/facets/sql/query").asText()).isEqualTo("select 1");
        assertThat(end.at("/run/facets/parent/run/runId").asText()).isEqualTo(WHOLE.toString());
        assertThat(end.at("/inputs/0/name").asText()).isEqualTo("/lake/silver/orders");
        assertThat(end.at("/inputs/0/facets/version/datasetVersion").asText()).isEqualTo("7");
        assertThat(end.at("/inputs/0/facets/schema/fields/0/description").asText())
                .isEqualTo("Number");
        assertThat(end.at("/outputs/0/namespace").asText()).isEqualTo("postgres://localhost:5432");
    }

    @Test
    void a_failure_is_told_with_its_reason() {
        JsonNode end = Answer.json(
                new Events("offtake").of(run(Optional.of("a rule is broken"))).get(1));

        assertThat(end.path("eventType").asText()).isEqualTo("FAIL");
        assertThat(end.at("/run/facets/errorMessage/message").asText()).isEqualTo("a rule is broken");
    }

    @Test
    void what_is_written_the_reader_of_openlineage_reads(@TempDir Path folder) throws Exception {
        FileSink sink = new FileSink(folder.resolve("deep/lineage.jsonl"));
        sink.take(new Events("offtake").of(run(Optional.empty())));
        sink.take(new Events("offtake").of(run(Optional.empty())));

        List<String> lines = Files.readAllLines(sink.file());
        OpenLineage.RunEvent read = Events.MAPPER.readValue(lines.get(3), OpenLineage.RunEvent.class);
        assertThat(lines).hasSize(4);
        assertThat(read.getJob().getName()).isEqualTo("mart.kpi_x");
        assertThat(read.getInputs()).hasSize(1);
    }

    private static JobRun run(Optional<String> failure) {
        return new JobRun(
                UUID.nameUUIDFromBytes(new byte[] {2}),
                "mart.kpi_x",
                "MODEL",
                "About x",
                Optional.of("select 1"),
                Instant.parse("2026-11-26T04:30:00Z"),
                Instant.parse("2026-11-26T04:31:00Z"),
                failure,
                List.of(ORDERS),
                List.of(MART),
                Optional.of(new JobRun.Parent(WHOLE, "run")));
    }
}
