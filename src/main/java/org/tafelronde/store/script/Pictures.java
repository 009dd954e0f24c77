package org.tafelronde.store.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tafelronde.chat.Media;

/** A picture in a script's folder. */
final class Pictures {
    /** What every platform shows and a phone loads. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private Pictures() {}

    /**
     * @param folder the script's
     * @param file as in the script
     * @return empty when there is a problem
     */
    static Optional<Media.Medium> read(Path folder, Item file, Problems problems) {
        try {
            Optional<Path> found = Beside.find(folder, file, "picture", problems);
            return found.isEmpty() ? Optional.empty() : picture(found.get(), file, problems);
        } catch (IOException e) {
            return wrong(
                    file,
                    problems,
                    "the picture " + folder.resolve(file.text()) + " cannot be read",
                    "check that you may read it");
        }
    }

    private static Optional<Media.Medium> picture(Path path, Item file, Problems problems) throws IOException {
        String name = file.text();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return wrong(
                        file,
                        problems,
                        String.format(Locale.ROOT, "%s has %,d bytes", name, Files.size(path)),
                        String.format(Locale.ROOT, "make it at most %,d", MOST_BYTES));
            }
            Optional<String> type = type(bytes);
            if (type.isEmpty() || !type.get().equals(typeByName(name))) {
                return wrong(
                        file,
                        problems,
                        name + " holds "
                                + type.map(t -> "a picture of type " + t).orElse("neither PNG nor JPEG"),
                        "save it as PNG or JPEG, with the ending that belongs to it");
            }
            return Optional.of(new Media.Medium(path.getFileName().toString(), type.get(), bytes));
        }
    }

    private static Optional<String> type(byte[] bytes) {
        return begins(bytes, PNG)
                ? Optional.of("image/png")
                : begins(bytes, JPEG) ? Optional.of("image/jpeg") : Optional.empty();
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static String typeByName(String name) {
        return name.endsWith(".png") ? "image/png" : "image/jpeg";
    }

    private static Optional<Media.Medium> wrong(Item file, Problems problems, String what, String mend) {
        problems.add(file.line(), file.where(), what, mend);
        return Optional.empty();
    }
}
