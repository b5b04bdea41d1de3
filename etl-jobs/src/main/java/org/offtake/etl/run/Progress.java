package org.offtake.etl.run;

/** Where a run tells what it does; never a secret, never a row. */
public interface Progress {
    void say(String line);

    void warn(String line);

    /** Lines on standard error, so that rows can have standard output. */
    static Progress onStandardError() {
        return new Progress() {
            @Override
            public void say(String line) {
                System.err.println(line);
            }

            @Override
            public void warn(String line) {
                System.err.println("WARNING " + line);
            }
        };
    }

    /** For callers who look at the result only. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void say(String line) {}

            @Override
            public void warn(String line) {}
        };
    }
}
