package org.tafelronde.secret;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The server's secret: the setting {@code tafelronde.secret}, or else a file beside the database, made when it is not there. */
@Factory
final class Secrets {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final int SHORTEST = 16;

    @Singleton
    Seal seal(
            @Property(name = "tafelronde.secret", defaultValue = "") String set,
            @Property(name = "tafelronde.db", defaultValue = "") String database) {
        String secret = set.isBlank() ? kept(folder(database).resolve("secret")) : set.strip();
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException("the secret has at least " + SHORTEST
                    + " characters: set a longer TAFELRONDE_SECRET, or none and one is made");
        }
        return new Seal(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Singleton
    Vault vault(Seal seal) {
        return new Vault(seal);
    }

    /** Where the SQLite file is; {@code data} when the database is somewhere else. */
    static Path folder(String database) {
        String file = database.startsWith(SQLITE)
                ? database.substring(SQLITE.length()).replaceFirst("^file:", "").replaceFirst("\\?.*$", "")
                : "";
        if (file.isBlank() || file.startsWith(":")) {
            return Path.of("data");
        }
        Path parent = Path.of(file).getParent();
        return parent == null ? Path.of(".") : parent;
    }

    static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the secret in " + file + " cannot be read or made: mend that, or set TAFELRONDE_SECRET", e);
        }
    }

    /** Written beside and then moved: another process that starts at this moment finds all of it or nothing. */
    private static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "secret", ".new", onlyForUs());
        try {
            Files.writeString(fresh, Tokens.next() + Tokens.next() + "\n");
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException e) {
            // The other process was first; its secret is as good.
            Files.delete(fresh);
        }
    }

    private static FileAttribute<?>[] onlyForUs() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
