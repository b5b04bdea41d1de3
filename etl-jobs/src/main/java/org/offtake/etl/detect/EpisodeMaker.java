package org.offtake.etl.detect;

import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The episodes of customers; each row of the SELECT holds all that one of them ordered. */
final class EpisodeMaker implements Maker {
    private static final DataType MONEY = DataTypes.createDecimalType(20, 4);

    static final StructType COLUMNS = new StructType()
            .add("source_system", DataTypes.StringType)
            .add("company_code", DataTypes.StringType)
            .add("party_id", DataTypes.StringType)
            .add("episode_kind", DataTypes.StringType)
            .add("product_group", DataTypes.StringType)
            .add("alarm_date", DataTypes.DateType)
            .add("since_date", DataTypes.DateType)
            .add("closed_date", DataTypes.DateType)
            .add("closed_reason", DataTypes.StringType)
            .add("edition_date", DataTypes.DateType)
            .add("probability", DataTypes.DoubleType)
            .add("evidence", DataTypes.DoubleType)
            .add("expected", DataTypes.DoubleType)
            .add("expected_low", DataTypes.DoubleType)
            .add("expected_high", DataTypes.DoubleType)
            .add("observed", DataTypes.DoubleType)
            .add("chance", DataTypes.DoubleType)
            .add("stake_amount", MONEY)
            .add("stake_low_amount", MONEY)
            .add("stake_high_amount", MONEY)
            .add("stake_groups", DataTypes.StringType)
            .add("currency_code", DataTypes.StringType)
            .add("evidence_of_stop", DataTypes.DoubleType)
            .add("evidence_of_slowdown", DataTypes.DoubleType)
            .add("evidence_of_group_stop", DataTypes.DoubleType)
            .add("evidence_of_size_drop", DataTypes.DoubleType)
            .add("evidence_of_size_jump", DataTypes.DoubleType)
            .add("evidence_of_speed_up", DataTypes.DoubleType);

    @Override
    public Dataset<Row> make(Dataset<Row> selected) {
        FlatMapFunction<Row, Row> episodes =
                row -> new CustomerRow(row).episodes().iterator();
        return selected.flatMap(episodes, Encoders.row(COLUMNS));
    }

    @Override
    public String definition() {
        return MakerCode.PRINT;
    }
}
