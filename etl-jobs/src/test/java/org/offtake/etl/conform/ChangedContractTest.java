package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract that changes settles everything anew. */
class ChangedContractTest {
    @TempDir
    private Path folder;

    @Test
    void rows_leave_an_entity_that_their_source_table_no_longer_becomes() throws IOException {
        Path models = copied(Path.of("src/test/resources/deliveries"), folder.resolve("models"));
        FrontDoor door = new FrontDoor(folder, models);
        door.put("lines_1.csv", FrontDoor.LINES, "l1,o1,S,1,,,,", "l2,o1,R,1,,,,")
                .take("lines");
        assertThat(door.silver("returns", "line_id")).containsExactly("l2");

        Path contract = models.resolve("sources/web_shop/lines.yml");
        Files.writeString(contract, Files.readString(contract).replace("  returns: kind = 'R'\n", ""));
        FrontDoor later = new FrontDoor(folder, models);
        later.take("lines");

        assertThat(later.silver("returns", "line_id")).isEmpty();
        assertThat(later.silver("order_lines", "line_id")).containsExactlyInAnyOrder("l1", "l2");
        assertThat(later.book().unbalanced()).isEmpty();
    }

    private static Path copied(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.resolveSibling("."));
            Files.copy(file, target);
        }
        return to;
    }
}
