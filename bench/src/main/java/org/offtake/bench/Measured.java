package org.offtake.bench;

import java.util.Map;

/**
 * What one load cost.
 *
 * @param rows order lines that arrived
 * @param cpuSeconds of all threads of the process: what neighbours on the machine take away is not in it
 * @param phases seconds by verb
 * @param bytesRead of the lake, by Hadoop's own count
 * @param filesWritten files of the warehouse that are new or changed, whoever wrote them
 * @param commits versions that the tables of the lake gained
 * @param peakMemory the most resident memory of the process in bytes; 0 where the system does not tell
 */
record Measured(
        String name,
        long rows,
        double seconds,
        double cpuSeconds,
        Map<String, Double> phases,
        long bytesRead,
        long bytesWritten,
        long filesWritten,
        long commits,
        long peakMemory) {

    double phase(String verb) {
        return phases.getOrDefault(verb, 0.0);
    }
}
