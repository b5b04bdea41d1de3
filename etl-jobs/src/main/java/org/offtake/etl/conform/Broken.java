package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Records of a source table among which some may have a problem.
 *
 * @param texts what each record of the source table says, by content and number
 */
record Broken(Part part, String company, Dataset<Row> texts) {
    /** Those that have one, with all that the quarantine keeps of them but their texts and their outcome. */
    Dataset<Row> records() {
        return part.rows()
                .filter(col(TypedColumns.PROBLEM).isNotNull())
                .select(
                        lit(part.source().system()).as("source_system"),
                        lit(company).as("company_code"),
                        lit(part.source().name()).as("source_table"),
                        col("_record.content").as("content"),
                        col("_record.line").as("line_number"),
                        col("_record.number").as("record_number"),
                        col("_problem.entity").as("entity"),
                        col("_problem.code").as("reason_code"),
                        col("_problem.field").as("field_name"),
                        col("_problem.value").as("field_value"),
                        col(Snapshots.CONTENT),
                        expr("case when " + NaturalKey.IS_SURE + " then `"
                                        + part.entity().key() + "` end")
                                .as(Quarantine.KEY),
                        expr(Snapshots.scope(part.source())).as(Quarantine.SCOPE),
                        col(Statements.LIVE));
    }

    /** The same with their texts. */
    Dataset<Row> rows() {
        return records()
                .join(
                        texts,
                        col("content")
                                .equalTo(col("_text_content"))
                                .and(col("record_number").equalTo(col("_text_number"))))
                .drop("_text_content", "_text_number");
    }
}
