package org.offtake.datatests.faults;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of this build as the launcher starts them: in jars, and once a process has left an archive of the loaded
 * ones behind, from that.
 */
record PackedClasses(String classPath, Path archive) {

    static PackedClasses in(Path folder) {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            jars.add(
                    Files.isDirectory(Path.of(entry))
                            ? jar(entry, folder.resolve("classes-" + jars.size() + ".jar"))
                            : entry);
        }
        return new PackedClasses(String.join(File.pathSeparator, jars), folder.resolve("classes.jsa"));
    }

    private static String jar(String classes, Path jar) {
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        int code = tool.run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes, ".");
        if (code != 0) {
            throw new IllegalStateException(classes + " cannot be packed into " + jar);
        }
        return jar.toString();
    }

    /** A Java that is soon under way: its processes are short, and have a few rows to work on. */
    List<String> java() {
        Stream<String> opens = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"));
        Stream<String> options = Stream.of(
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:" + (Files.exists(archive) ? "SharedArchiveFile=" : "ArchiveClassesAtExit=") + archive,
                "-Xshare:auto",
                "-Xlog:disable",
                "-Duser.timezone=UTC",
                "-Djdk.reflect.useDirectMethodHandle=false",
                "-Dspark.sql.codegen.wholeStage=false",
                "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
                "-Dspark.sql.adaptive.enabled=false",
                "-Dofftake.house=" + TinyHouse.INSTALLED,
                "-cp",
                classPath);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(Stream.of(java), opens, options).flatMap(each -> each).collect(Collectors.toList());
    }
}
