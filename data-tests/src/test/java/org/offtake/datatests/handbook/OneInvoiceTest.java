package org.offtake.datatests.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.datatests.Checkout;

/** The page that follows one invoice prints what the commands print: file, ledger, layers, figures, and back. */
class OneInvoiceTest {
    private static final int MINUTES = 10;

    @Test
    void the_page_done_again_is_the_page(@TempDir Path folder) throws IOException, InterruptedException {
        Path page = Checkout.root().resolve("docs").resolve("one-invoice.md");
        Path again = Path.of("target", "one-invoice.md").toAbsolutePath();
        Path log = Path.of("target", "one-invoice.log").toAbsolutePath();
        Process commands = new ProcessBuilder(java(page, again))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(commands.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("done in time")
                    .isTrue();
        } finally {
            commands.destroyForcibly();
        }
        assertThat(commands.exitValue()).as("see %s", log).isZero();
        assertThat(again).hasSameTextualContentAs(page);
    }

    /** A process of its own: each command opens and closes its session. */
    private static List<String> java(Path page, Path again) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.add("-Dofftake.house=" + Checkout.root());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), PageRun.class.getName()));
        words.addAll(List.of(page.toString(), again.toString()));
        return words;
    }
}
