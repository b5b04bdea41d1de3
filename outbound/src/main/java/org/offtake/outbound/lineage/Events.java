package org.offtake.outbound.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Writes runs as events of OpenLineage, one JSON text each: that a run began, and that it is complete or failed.
 *
 * @param namespace of all our jobs
 */
public record Events(String namespace) {
    private static final OpenLineage LINEAGE = new OpenLineage(URI.create("urn:offtake"));
    private static final String SQL = "spark";

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    public List<String> of(JobRun run) {
        EventType end = run.failure().isPresent() ? EventType.FAIL : EventType.COMPLETE;
        return List.of(event(run, EventType.START, run.started()), event(run, end, run.ended()));
    }

    private String event(JobRun run, EventType type, Instant time) {
        return written(LINEAGE.newRunEventBuilder()
                .eventType(type)
                .eventTime(time.atZone(ZoneOffset.UTC))
                .run(LINEAGE.newRun(run.id(), facets(run, type)))
                .job(LINEAGE.newJob(namespace, run.job(), facets(run)))
                .inputs(run.inputs().stream()
                        .map(input -> LINEAGE.newInputDatasetBuilder()
                                .namespace(input.namespace())
                                .name(input.name())
                                .facets(facets(input))
                                .build())
                        .toList())
                .outputs(run.outputs().stream()
                        .map(output -> LINEAGE.newOutputDatasetBuilder()
                                .namespace(output.namespace())
                                .name(output.name())
                                .facets(facets(output))
                                .build())
                        .toList())
                .build());
    }

    private static String written(OpenLineage.RunEvent event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event cannot be written", impossible);
        }
    }

    private OpenLineage.RunFacets facets(JobRun run, EventType type) {
        OpenLineage.RunFacetsBuilder facets = LINEAGE.newRunFacetsBuilder();
        run.parent()
                .ifPresent(parent -> facets.parent(LINEAGE.newParentRunFacetBuilder()
                        .run(LINEAGE.newParentRunFacetRunBuilder()
                                .runId(parent.id())
                                .build())
                        .job(LINEAGE.newParentRunFacetJobBuilder()
                                .namespace(namespace)
                                .name(parent.job())
                                .build())
                        .build()));
        run.failure()
                .filter(why -> type == EventType.FAIL)
                .ifPresent(why -> facets.errorMessage(LINEAGE.newErrorMessageRunFacetBuilder()
                        .message(why)
                        .programmingLanguage("Java")
                        .build()));
        return facets.build();
    }

    private static OpenLineage.JobFacets facets(JobRun run) {
        OpenLineage.JobFacetsBuilder facets = LINEAGE.newJobFacetsBuilder()
                .documentation(LINEAGE.newDocumentationJobFacetBuilder()
                        .description(run.about())
                        .build())
                .jobType(LINEAGE.newJobTypeJobFacetBuilder()
                        .processingType("BATCH")
                        .integration("OFFTAKE")
                        .jobType(run.type())
                        .build());
        run.sql()
                .ifPresent(sql -> facets.sql(
                        LINEAGE.newSQLJobFacetBuilder().query(sql).dialect(SQL).build()));
        return facets.build();
    }

    private static OpenLineage.DatasetFacets facets(Dataset dataset) {
        OpenLineage.DatasetFacetsBuilder facets = LINEAGE.newDatasetFacetsBuilder();
        dataset.version().ifPresent(version -> facets.version(LINEAGE.newDatasetVersionDatasetFacet(version)));
        if (!dataset.fields().isEmpty()) {
            facets.schema(LINEAGE.newSchemaDatasetFacetBuilder()
                    .fields(dataset.fields().stream().map(Events::field).toList())
                    .build());
        }
        return facets.build();
    }

    private static OpenLineage.SchemaDatasetFacetFields field(Dataset.Field field) {
        OpenLineage.SchemaDatasetFacetFieldsBuilder builder =
                LINEAGE.newSchemaDatasetFacetFieldsBuilder().name(field.name()).type(field.type());
        return (field.about().isBlank() ? builder : builder.description(field.about())).build();
    }
}
