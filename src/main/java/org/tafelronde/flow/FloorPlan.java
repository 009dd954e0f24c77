package org.tafelronde.flow;

import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.seating.TableSpec;
import org.tafelronde.domain.session.Session;
import org.tafelronde.outbox.Translation;

/**
 * Which places a café has. The domain knows tables; chat knows places; this says where a table is. A place is named by a key of our own
 * until the platform has made it: {@code SESSION/plenary}, {@code SESSION/table/TABLE}, {@code SESSION/management}.
 */
final class FloorPlan {
    private static final String PLENARY = "plenary";
    private static final String MANAGEMENT = "management";
    private static final String TABLE = "table/";

    private final Session session;
    private final Platform platform;

    FloorPlan(Session session) {
        this.session = session;
        this.platform = Person.ofKey(session.facilitator()).platform();
    }

    /** The session that a place's key belongs to. */
    static String sessionOf(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    /** The table that a place's key belongs to; empty for the plenary and management. */
    static Optional<String> tableOf(String key) {
        String rest = key.substring(key.indexOf('/') + 1);
        return rest.startsWith(TABLE) ? Optional.of(rest.substring(TABLE.length())) : Optional.empty();
    }

    static boolean isPlenary(String key) {
        return key.endsWith("/" + PLENARY);
    }

    static boolean isManagement(String key) {
        return key.endsWith("/" + MANAGEMENT);
    }

    Place plenary() {
        return ours(PLENARY);
    }

    Place management() {
        return ours(MANAGEMENT);
    }

    /** Where a table is: one place today, more when people sit on several platforms. */
    List<Place> table(String id) {
        return List.of(ours(TABLE + id));
    }

    /** The ids of all tables; none before people are seated. */
    List<String> tables() {
        return session.floor().stream()
                .flatMap(f -> f.tables().stream())
                .map(TableSpec::id)
                .toList();
    }

    /** All places that the session has made so far. */
    List<Place> all() {
        List<Place> all = new java.util.ArrayList<>(List.of(plenary()));
        session.floor().ifPresent(f -> f.tables().forEach(t -> all.addAll(table(t.id()))));
        return all;
    }

    private Place ours(String what) {
        return Translation.ours(platform, session.setting().id() + "/" + what);
    }

    String plenaryName() {
        return "cafe-" + session.setting().shortName();
    }

    String managementName() {
        return plenaryName() + "-digest";
    }

    /** {@code cafe-k7f-privacy}; further tables of the theme end in -2, -3. */
    String tableName(TableSpec table) {
        String number = table.id().substring(table.id().lastIndexOf('-') + 1);
        return plenaryName() + "-" + String.join("-", table.themes()) + (number.equals("1") ? "" : "-" + number);
    }

    /** For people: "Privacy", "Privacy 2", "Privacy + Quality". */
    String tableTitle(String id) {
        TableSpec table = session.floor().orElseThrow().table(id);
        String themes = table.themes().stream()
                .map(t -> session.script().theme(t))
                .map(Theme::label)
                .collect(java.util.stream.Collectors.joining(" + "));
        boolean alone = session.floor().orElseThrow().tables().stream()
                        .filter(t -> t.themes().equals(table.themes()))
                        .count()
                == 1;
        return alone ? themes : themes + " " + id.substring(id.lastIndexOf('-') + 1);
    }
}
