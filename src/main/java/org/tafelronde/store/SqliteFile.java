package org.tafelronde.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The file of a SQLite database: looked at before it is opened, because the driver's own words for what is wrong help nobody. */
final class SqliteFile {
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    private static final EnumSet<PosixFilePermission> WRITING = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path file;

    SqliteFile(Path file) {
        this.file = file;
    }

    /** Ready to be opened: its directory is there, and it can be written if it is there. */
    void prepare() {
        Path directory =
                java.util.Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreProblem(
                    "the directory " + directory + " for the database cannot be made",
                    "make it, or name another file in TAFELRONDE_DB",
                    e);
        }
        if (Files.isDirectory(file)) {
            throw new StoreProblem("the database " + file + " is a directory", "name a file in TAFELRONDE_DB");
        }
        if (Files.exists(file) && !writable(file)) {
            throw new StoreProblem(
                    "the database " + file + " may only be read",
                    "give the user who runs this the right to write it (chmod u+w " + file + ")");
        }
        // Beside the database SQLite keeps what is not yet in it.
        if (!writable(directory)) {
            throw new StoreProblem(
                    "the directory " + directory + " of the database may only be read",
                    "give the user who runs this the right to write in it");
        }
    }

    /** A file that is marked as read-only is left alone even by who could write it all the same. */
    private static boolean writable(Path path) {
        try {
            return Files.isWritable(path)
                    && Files.getPosixFilePermissions(path).stream().anyMatch(WRITING::contains);
        } catch (UnsupportedOperationException | IOException e) {
            return Files.isWritable(path);
        }
    }

    /**
     * Two servers on one file would say things twice. The operating system gives the lock back when its process ends, however it ends.
     *
     * @return to be released at the end
     */
    FileLock lock() {
        Path beside = file.resolveSibling(file.getFileName() + "-lock");
        try {
            FileChannel channel = FileChannel.open(
                    beside, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                String owner = Files.readString(beside).strip();
                channel.close();
                throw new StoreProblem(
                        "the database " + file + " is in use by another Tafelronde"
                                + (owner.isEmpty() ? "" : " (process " + owner + ")"),
                        "stop that one, or name another file in TAFELRONDE_DB");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return lock.get();
        } catch (IOException e) {
            throw new StoreProblem(
                    "the file " + beside + " cannot be written (" + e.getMessage() + ")",
                    "make room on its disk, or the right to write it",
                    e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /**
     * Whoever is answered was written down: every commit waits for the disk. What the URL itself says goes before what is said here.
     */
    static DataSource source(String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false);
        Properties settings = config.toProperties();
        SQLiteDataSource source = new SQLiteDataSource(config) {
            @Override
            public java.sql.Connection getConnection() throws java.sql.SQLException {
                return new SqliteConnection(url, url.substring("jdbc:sqlite:".length()), settings);
            }
        };
        source.setUrl(url);
        return source;
    }
}
