package org.offtake.etl.run;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Sidecar;

/** What was last published from, and by which run, so that a run that changed nothing publishes nothing. */
record Published(Sidecar memory) {
    private static final String BUSINESS_DATE = "business_date";
    private static final String RUN = "run";

    static Published of(Configuration configuration) {
        return new Published(Sidecar.of(configuration.state(), "published"));
    }

    /** The business date of the figures that readers have; empty before the first publication. */
    Optional<LocalDate> businessDate() {
        return Optional.ofNullable(memory.read().get(BUSINESS_DATE)).map(LocalDate::parse);
    }

    /** The run that published; empty before the first publication. */
    Optional<Long> run() {
        return Optional.ofNullable(memory.read().get(RUN)).map(Long::parseLong);
    }

    /** Whether readers were given everything that this tells of. */
    boolean is(Map<String, String> inputs, LocalDate businessDate) {
        Map<String, String> last = new TreeMap<>(memory.read());
        last.remove(RUN);
        return last.equals(dated(inputs, businessDate));
    }

    void write(Map<String, String> inputs, LocalDate businessDate, long runId) {
        Map<String, String> print = dated(inputs, businessDate);
        print.put(RUN, Long.toString(runId));
        memory.write(print);
    }

    /** Remembers that a run failed: the next one publishes, even with nothing new. */
    void writeFailure() {
        Map<String, String> print = new TreeMap<>(memory.read());
        print.put("failed_since", "yes");
        memory.write(print);
    }

    private static Map<String, String> dated(Map<String, String> inputs, LocalDate businessDate) {
        Map<String, String> print = new TreeMap<>(inputs);
        print.put(BUSINESS_DATE, businessDate.toString());
        return print;
    }
}
