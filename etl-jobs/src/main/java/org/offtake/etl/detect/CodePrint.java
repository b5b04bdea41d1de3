package org.offtake.etl.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.offtake.patterns.detect.Episodes;

/** A hash of the classes below a package, wherever they were loaded from: another one when their code is. */
final class CodePrint {
    /** Of all that rows are made by. */
    static final String OF_DETECTORS = new CodePrint()
            .with(Episodes.class, "org/offtake/patterns/")
            .with(CodePrint.class, "org/offtake/etl/detect/")
            .text();

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    /**
     * @param anchor a class of the module
     * @param folder of the package, such as {@code org/offtake/patterns/}
     */
    CodePrint with(Class<?> anchor, String folder) {
        try {
            URI location = Objects.requireNonNull(anchor.getProtectionDomain().getCodeSource(), anchor::getName)
                    .getLocation()
                    .toURI();
            Map<String, byte[]> classes = Files.isDirectory(Path.of(location))
                    ? files(Path.of(location), folder)
                    : entries(Path.of(location), folder);
            classes.forEach((name, bytes) -> {
                digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return this;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the classes below " + folder + " cannot be read", unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String text() {
        return Hex.encodeHexString(digest.digest());
    }

    private static Map<String, byte[]> files(Path root, String folder) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                classes.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static Map<String, byte[]> entries(Path jar, String folder) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            Enumeration<JarEntry> entries = file.entries();
            for (JarEntry entry : Collections.list(entries)) {
                if (entry.getName().startsWith(folder) && entry.getName().endsWith(".class")) {
                    try (InputStream bytes = file.getInputStream(entry)) {
                        classes.put(entry.getName(), bytes.readAllBytes());
                    }
                }
            }
        }
        return classes;
    }
}
