package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Full snapshots come in any order, late, and in several editions: what they come to is the same. */
class SnapshotOrderTest {
    private static final int DAYS = 5;
    private static final int GOES = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void silver_is_a_function_of_the_live_snapshots(int seed) throws IOException {
        Random random = new Random(seed);
        Map<String, List<String>> files = new TreeMap<>();
        for (int day = 1; day <= DAYS; day++) {
            files.put("shops_2024010" + day + ".csv", shops(random));
            files.put("clerks_2024010" + day + ".csv", clerks(random, day));
        }
        FrontDoor whole = new FrontDoor(folder.resolve("whole"));
        for (var file : files.entrySet()) {
            put(whole, file.getKey(), file.getValue());
        }
        take(whole);

        FrontDoor parts = new FrontDoor(folder.resolve("parts"));
        List<String> names = new ArrayList<>(files.keySet());
        Collections.shuffle(names, random);
        for (String name : names.subList(0, 3)) {
            put(parts, name, name.startsWith("shops") ? shops(random) : clerks(random, 9));
        }
        take(parts);
        for (int go = 0; go < GOES; go++) {
            for (String name : names.subList(go * names.size() / GOES, (go + 1) * names.size() / GOES)) {
                put(parts, name, files.getOrDefault(name, List.of()));
            }
            take(parts);
        }

        assertThat(told(parts)).isEqualTo(told(whole));
        assertThat(parts.book().unbalanced()).isEmpty();
        assertThat(whole.book().unbalanced()).isEmpty();
    }

    private static List<String> shops(Random random) {
        List<String> lines = new ArrayList<>(List.of("shop_id,town,staff"));
        for (int shop = 1; shop <= 6; shop++) {
            if (random.nextInt(4) > 0) {
                lines.add("s" + shop + ",Ede," + (random.nextInt(8) == 0 ? "many" : random.nextInt(3)));
            }
        }
        if (random.nextInt(6) == 0) {
            lines.add("s9,Tiel,1,and more");
        }
        return lines;
    }

    private static List<String> clerks(Random random, int day) {
        List<String> lines = new ArrayList<>(List.of("clerk_id,shop_id,stated_at"));
        for (int clerk = 1; clerk <= 5; clerk++) {
            if (random.nextInt(3) > 0) {
                int since = random.nextInt(8) == 0 ? 30 : 1 + random.nextInt(day);
                lines.add("c" + clerk + ",s" + (1 + random.nextInt(2)) + ",2024-01-0" + since + " 09:00:00");
            }
        }
        return lines;
    }

    private static void put(FrontDoor door, String name, List<String> lines) throws IOException {
        door.put(name, lines.toArray(String[]::new));
    }

    private static void take(FrontDoor door) {
        door.takeAll("shop_list", "clerk_list");
    }

    private static List<String> told(FrontDoor door) {
        List<String> told = new ArrayList<>(door.silver("shops", "shop_id", "coalesce(string(staff), '-')"));
        told.addAll(door.silver(
                "clerks", "clerk_id", "shop_id", "string(stated_at)", "coalesce(string(_deleted_at), '-')"));
        Collections.sort(told);
        return told;
    }
}
