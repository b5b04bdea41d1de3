package org.offtake.etl.files;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.BsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntervalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** One flat column of a Parquet file: its values as the text that a file of text would have held. */
record ParquetColumn(String name, int place, PrimitiveType type) {
    private static final int LONGEST_HEX = 16;
    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

    private static final Set<Class<?>> WITHOUT_TEXT = Set.of(
            BsonLogicalTypeAnnotation.class, IntervalLogicalTypeAnnotation.class, Float16LogicalTypeAnnotation.class);

    /** Whether a column has one value per record, of a type that has a text. */
    static boolean isFlat(Type type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return type.isPrimitive()
                && !type.isRepetition(Type.Repetition.REPEATED)
                && (logical == null || WITHOUT_TEXT.stream().noneMatch(without -> without.isInstance(logical)));
    }

    FieldText of(Group record) {
        if (record.getFieldRepetitionCount(place) == 0) {
            return FieldText.NOTHING;
        }
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> FieldText.of(String.valueOf(record.getBoolean(place, 0)));
            case INT32 -> FieldText.of(whole(record.getInteger(place, 0)));
            case INT64 -> FieldText.of(whole(record.getLong(place, 0)));
            case FLOAT -> binary(record.getFloat(place, 0));
            case DOUBLE -> binary(record.getDouble(place, 0));
            case INT96 -> FieldText.of(ValueText.of(instant(NanoTime.fromBinary(record.getInt96(place, 0)))));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(record.getBinary(place, 0));
        };
    }

    private @Nullable LogicalTypeAnnotation logical() {
        return type.getLogicalTypeAnnotation();
    }

    private String whole(long value) {
        LogicalTypeAnnotation logical = logical();
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return ValueText.of(BigDecimal.valueOf(value, decimal.getScale()));
        }
        if (logical instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(value).toString();
        }
        if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            Instant moment = Instant.EPOCH.plus(value, unit(timestamp.getUnit()));
            return timestamp.isAdjustedToUTC()
                    ? ValueText.of(moment)
                    : ValueText.of(moment.atOffset(ZoneOffset.UTC).toLocalDateTime());
        }
        if (logical instanceof TimeLogicalTypeAnnotation time) {
            return time(value, unit(time.getUnit()));
        }
        boolean unsigned = logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned();
        if (!unsigned) {
            return Long.toString(value);
        }
        return type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT32
                ? Integer.toUnsignedString((int) value)
                : Long.toUnsignedString(value);
    }

    /** A time beyond the day stays the number that it is, for the contract to refuse. */
    private static String time(long value, ChronoUnit unit) {
        long inDay = ChronoUnit.DAYS.getDuration().dividedBy(unit.getDuration());
        return value < 0 || value >= inDay ? Long.toString(value) : ValueText.of(LocalTime.MIDNIGHT.plus(value, unit));
    }

    private static ChronoUnit unit(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    private static Instant instant(NanoTime time) {
        return Instant.EPOCH
                .plus(time.getJulianDay() - JULIAN_DAY_OF_EPOCH, ChronoUnit.DAYS)
                .plusNanos(time.getTimeOfDayNanos());
    }

    private FieldText binary(double value) {
        return Double.isFinite(value) ? FieldText.of(ValueText.of(value)) : notANumber(Double.toString(value));
    }

    private FieldText binary(float value) {
        return Float.isFinite(value) ? FieldText.of(ValueText.of(value)) : notANumber(Float.toString(value));
    }

    private FieldText notANumber(String value) {
        return FieldText.flawed(
                Flaw.NOT_A_NUMBER, "'" + name + "' is " + value + ", which is no number; leave it empty at its source");
    }

    private FieldText bytes(Binary value) {
        byte[] bytes = value.getBytes();
        if (logical() instanceof DecimalLogicalTypeAnnotation decimal) {
            return FieldText.of(ValueText.of(new BigDecimal(new BigInteger(bytes), decimal.getScale())));
        }
        if (logical() instanceof UUIDLogicalTypeAnnotation) {
            ByteBuffer halves = ByteBuffer.wrap(bytes);
            return FieldText.of(new UUID(halves.getLong(), halves.getLong()).toString());
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new FieldText(text, flaw(text));
        } catch (CharacterCodingException noText) {
            String hex = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_HEX));
            return FieldText.flawed(
                    Flaw.UNDECODABLE,
                    "'" + name + "' holds bytes that are no text in UTF-8, beginning 0x" + hex
                            + "; write text at its source");
        }
    }

    private @Nullable Flaw flaw(String text) {
        return text.length() > CsvRows.LONGEST_FIELD
                ? LineFlaws.tooLongField("'" + name + "'", text.length())
                : LineFlaws.ofText(text, "").orElse(null);
    }
}
