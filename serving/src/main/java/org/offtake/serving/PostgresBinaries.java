package org.offtake.serving;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked once from the class path.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 * @param version of PostgreSQL, such as 18.6.0
 */
record PostgresBinaries(Path folder, String version) {

    /** Unpacks beside and renames, so that a folder with the version's name is always complete. */
    static PostgresBinaries unpackInto(Path parent) {
        String version = carriedVersion();
        Path folder = parent.resolve(version);
        if (Files.isDirectory(folder)) {
            return new PostgresBinaries(folder, version);
        }
        Path unfinished = parent.resolve(version + ".unpacking");
        try (InputStream archive = archive()) {
            delete(unfinished);
            Files.createDirectories(unfinished);
            unpack(archive, unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            return new PostgresBinaries(folder, version);
        } catch (IOException failure) {
            throw ServingException.mistake(
                    "Cannot unpack PostgreSQL " + version + " into " + folder + ": " + failure
                            + ". Check that the disk has 70 MB free and that the folder can be written",
                    failure);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    private static String carriedVersion() {
        try (InputStream stream = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException failure) {
            throw ServingException.mistake("Cannot read postgres.properties. Build the program anew", failure);
        }
    }

    private static InputStream archive() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        InputStream stream = PostgresBinaries.class.getResourceAsStream("/" + archiveName(system, processor));
        if (stream == null) {
            throw ServingException.mistake("No PostgreSQL programs for " + system + " on " + processor
                    + " are carried here. Install PostgreSQL and name its url in the configuration");
        }
        return stream;
    }

    static String archiveName(String system, String processor) {
        String cpu =
                switch (processor) {
                    case "amd64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> processor;
                };
        return "postgres-" + system + "-" + cpu + ".txz";
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(entry, tar, target);
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path place = target.resolve(entry.getName()).normalize();
        if (!place.startsWith(target)) {
            throw new IOException("the archive holds a path outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, place);
        if ((entry.getMode() & 0100) != 0) {
            makeRunnable(place);
        }
    }

    private static void makeRunnable(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
    }

    /** Removes what an interrupted attempt left. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
