package org.offtake.serving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.Set;

/** Where an embedded server keeps its things: data, programs, log, port and passwords. */
record PostgresHome(Path folder) {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    static PostgresHome at(Path folder) {
        try {
            return new PostgresHome(Files.createDirectories(folder).toRealPath());
        } catch (IOException failure) {
            throw unusable(folder, failure);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path programs() {
        return folder.resolve("postgres");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    Path ownerPasswordFile() {
        return folder.resolve("postgres.password");
    }

    Path readerPasswordFile() {
        return folder.resolve("reader.password");
    }

    /** Data without their password cannot be opened, and a new one would not fit them. */
    String ownerPassword() {
        if (Files.isDirectory(data()) && !Files.exists(ownerPasswordFile())) {
            throw ServingException.mistake("The password file " + ownerPasswordFile() + " is gone, and the data in "
                    + data() + " open to no other password. Restore it from a backup");
        }
        return password(ownerPasswordFile());
    }

    String readerPassword() {
        return password(readerPasswordFile());
    }

    OptionalInt rememberedPort() {
        Path file = portFile();
        try {
            return Files.exists(file)
                    ? OptionalInt.of(Integer.parseInt(Files.readString(file).trim()))
                    : OptionalInt.empty();
        } catch (IOException | NumberFormatException unreadable) {
            return OptionalInt.empty();
        }
    }

    void rememberPort(int port) {
        try {
            Files.writeString(portFile(), port + "\n");
        } catch (IOException failure) {
            throw unusable(folder, failure);
        }
    }

    private Path portFile() {
        return folder.resolve("postgres.port");
    }

    /** Made on first use; 24 random bytes in a file that only its owner may read. */
    private static String password(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, random());
            }
            String password = Files.readString(file).trim();
            if (password.isEmpty()) {
                throw ServingException.mistake("The password file " + file + " is empty. Restore it from a backup");
            }
            return password;
        } catch (IOException failure) {
            throw unusable(file, failure);
        }
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, String secret) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (SeekableByteChannel channel = Files.newByteChannel(
                unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
            channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.US_ASCII)));
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static ServingException unusable(Path place, IOException failure) {
        return ServingException.mistake(
                "Cannot use " + place + ": " + failure + ". Check its owner, its rights and the space on the disk",
                failure);
    }
}
