package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.offtake.sample.SampleCompany;
import org.offtake.sample.scale.SampleScale;

/** The sample company of the demo, made once; a folder holds one scale. */
record Sample(Path home, SampleScale scale) {
    private static final int DAYS_A_LINE = 500;

    /** Makes the files unless they are there; refuses to mix two scales. */
    void make() {
        Path made = home.resolve("scale");
        try {
            if (Files.exists(made)) {
                refuseAnother(Files.readString(made));
                return;
            }
            Path drop = home.resolve("drop");
            System.err.println("making the sample company in " + drop);
            SampleCompany.write(drop, scale, days -> {
                if (days % DAYS_A_LINE == 0) {
                    System.err.println("made " + days + " days of files");
                }
            });
            Files.writeString(made, scale.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the sample company cannot be made in " + home, unwritable);
        }
    }

    private void refuseAnother(String before) {
        if (!before.equals(scale.toString())) {
            throw new IllegalArgumentException("there is a sample of another scale in " + home + ": " + before
                    + "; remove that folder to make " + scale);
        }
    }
}
