package org.offtake.etl.detect;

import org.offtake.patterns.detect.Episodes;

/** What makers are made of, so that another version makes anew what an earlier one made. */
final class MakerCode {
    static final String PRINT = new CodePrint()
            .with(Episodes.class, "org/offtake/patterns/")
            .with(MakerCode.class, "org/offtake/etl/detect/")
            .text();

    private MakerCode() {}
}
