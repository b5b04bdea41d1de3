package org.offtake.etl.detect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.offtake.patterns.detect.WatchState;

/**
 * What is kept of a customer.
 *
 * @param currency the one that they ever bought in; empty when they bought in several
 */
record KeptCustomer(Optional<String> currency, WatchState watch) {

    /** What a row holds of it; empty where it is null. */
    static Optional<KeptCustomer> of(Row row) {
        if (row.isNullAt(row.fieldIndex(KeepingMaker.STATE))) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(row.<byte[]>getAs(KeepingMaker.STATE));
        int length = bytes.get();
        byte[] currency = new byte[Math.max(0, length)];
        bytes.get(currency);
        byte[] watch = new byte[bytes.remaining()];
        bytes.get(watch);
        int day = Math.toIntExact(row.<LocalDate>getAs(KeepingMaker.KEPT_DATE).toEpochDay());
        return Optional.of(new KeptCustomer(
                Optional.of(new String(currency, StandardCharsets.UTF_8)).filter(code -> length >= 0),
                new WatchState(day, watch)));
    }

    /** The length of the currency (-1 when there are several), the currency, and the watch. */
    byte[] bytes() {
        byte[] code = currency.orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] state = watch.bytes();
        return ByteBuffer.allocate(1 + code.length + state.length)
                .put((byte) (currency.isPresent() ? code.length : -1))
                .put(code)
                .put(state)
                .array();
    }

    /** What to go on from when that is the one currency that they bought in. */
    WatchState state(Optional<String> now) {
        return now.isPresent() ? watch : watch.withoutAmounts();
    }
}
