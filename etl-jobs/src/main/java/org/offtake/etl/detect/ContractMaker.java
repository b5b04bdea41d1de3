package org.offtake.etl.detect;

import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The episodes of contract lines; each row of the SELECT holds one of them with all that was ordered on it. */
final class ContractMaker implements Maker {
    private static final DataType QUANTITY = DataTypes.createDecimalType(20, 6);

    static final StructType COLUMNS = new StructType()
            .add("source_system", DataTypes.StringType)
            .add("company_code", DataTypes.StringType)
            .add("party_id", DataTypes.StringType)
            .add("contract_line_id", DataTypes.StringType)
            .add("episode_kind", DataTypes.StringType)
            .add("alarm_date", DataTypes.DateType)
            .add("since_date", DataTypes.DateType)
            .add("closed_date", DataTypes.DateType)
            .add("closed_reason", DataTypes.StringType)
            .add("edition_date", DataTypes.DateType)
            .add("probability", DataTypes.DoubleType)
            .add("committed", QUANTITY)
            .add("taken_to_date", QUANTITY)
            .add("expected_at_end", DataTypes.DoubleType)
            .add("expected_low", DataTypes.DoubleType)
            .add("expected_high", DataTypes.DoubleType);

    @Override
    public Dataset<Row> make(Dataset<Row> selected) {
        FlatMapFunction<Row, Row> episodes =
                row -> new ContractRow(row).episodes().iterator();
        return selected.flatMap(episodes, Encoders.row(COLUMNS));
    }

    @Override
    public String definition() {
        return MakerCode.PRINT;
    }
}
