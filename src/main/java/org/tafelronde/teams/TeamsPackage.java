package org.tafelronde.teams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What is uploaded to Teams: the manifest, with the app's id and the server's address filled in, and its two pictures. */
public final class TeamsPackage {
    private static final String FOLDER = "/manifests/teams/";
    private static final String MANIFEST = "manifest.json";
    private static final List<String> PICTURES = List.of("color.png", "outline.png");

    /** What stands in the manifest until it is filled in. */
    private static final String NO_APP = "00000000-0000-0000-0000-000000000000";

    private static final String NO_SERVER = "https://cafe.example.org";

    /** The same input gives the same bytes. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 11, 24, 0, 0);

    private TeamsPackage() {}

    /**
     * @param server where people find the server
     * @throws IllegalArgumentException in one line, when one of them cannot be
     */
    public static byte[] of(String appId, String server) {
        if (!TeamsSetup.isGuid(appId)) {
            throw new IllegalArgumentException("TEAMS_APP_ID is the id of the app (client id) in its registration at"
                    + " portal.azure.com, like 0aa4ecf2-1e3c-4d65-a0a5-5c1f5d1b1b1b");
        }
        String address = server.strip().replaceFirst("/+$", "");
        if (!isAddress(address)) {
            throw new IllegalArgumentException(
                    "TAFELRONDE_BASE_URL is the https address of this server, like " + NO_SERVER);
        }
        String manifest = new String(resource(MANIFEST), StandardCharsets.UTF_8)
                .replace(NO_APP, appId.strip())
                .replace(NO_SERVER, address);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
            for (String picture : PICTURES) {
                put(zip, picture, resource(picture));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static boolean isAddress(String server) {
        try {
            URI uri = URI.create(server);
            boolean plain = !server.contains("\"") && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return plain && uri.getHost() != null && "https".equals(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] resource(String name) {
        try (InputStream file = TeamsPackage.class.getResourceAsStream(FOLDER + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
