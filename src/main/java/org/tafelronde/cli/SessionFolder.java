package org.tafelronde.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafelronde.Server;
import org.tafelronde.chat.Media;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.domain.session.Session;
import org.tafelronde.flow.Digests;
import org.tafelronde.flow.Stores;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.report.SessionFile;

/** A session in a folder: the digest in every format, and {@code session.json}. */
final class SessionFolder {
    private final Stores stores;
    private final Linguist linguist;

    SessionFolder(Server server) {
        this.stores = server.bean(Stores.class);
        this.linguist = server.bean(Linguist.class);
    }

    /**
     * @param folder made when it is not there; null: only what it comes to is printed
     * @return 1 when a message was not said, or said twice
     */
    int write(String id, @Nullable Path folder, PrintWriter out) throws IOException {
        Session session = stores.sessions()
                .find(id)
                .orElseThrow(() -> new Exit.Wrong("there is no session " + id + "; the newest is "
                        + stores.sessions().all().stream()
                                .findFirst()
                                .map(s -> s.setting().id())
                                .orElse("none at all")));
        Harvest harvest = stores.harvests().of(session);
        SessionFile.Delivered delivered = delivered(stores.deliveries().ofSession(id));
        if (folder != null) {
            Files.createDirectories(folder);
            LocalDate today = LocalDate.ofInstant(
                    session.setting().tempo().cafe(stores.clock().instant()),
                    session.setting().zone());
            Digests digests = stores.digests();
            for (Media.Medium file : digests.of(harvest, today)) {
                Files.write(folder.resolve(file.name()), file.bytes());
            }
            Files.writeString(folder.resolve("session.json"), SessionFile.of(harvest, delivered, linguist));
            out.println("written to " + folder);
        }
        out.printf(
                "%d questions, %d prompts; messages: %d sent, %d unknown, %d blocked, %d duplicates%n",
                harvest.standing().size(),
                harvest.prompts().size(),
                delivered.sent(),
                delivered.unknown(),
                delivered.blocked(),
                delivered.duplicates());
        return delivered.unknown() + delivered.blocked() + delivered.duplicates() == 0 ? Exit.FINE : Exit.WRONG;
    }

    private static SessionFile.Delivered delivered(List<Delivery> all) {
        Map<String, Instant> sentAt = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        // In another place for the same table a prompt is said again on purpose.
        Map<String, Integer> opened = new HashMap<>();
        for (Delivery d : all) {
            if (d.prompt().isPresent() && d.state() == Delivery.State.SENT) {
                sentAt.merge(d.about(), d.sentAt().orElseThrow(), (a, b) -> a.isBefore(b) ? a : b);
                places.merge(d.about() + " " + d.lane(), 1, Integer::sum);
            }
            if (d.what() instanceof Outgoing.OpenPlace && d.state() == Delivery.State.SENT) {
                opened.merge(d.lane(), 1, Integer::sum);
            }
        }
        return new SessionFile.Delivered(
                sentAt,
                count(all, Delivery.State.SENT),
                count(all, Delivery.State.UNKNOWN),
                count(all, Delivery.State.BLOCKED),
                places.entrySet().stream()
                        .mapToLong(e -> e.getValue() - Math.max(1, opened.getOrDefault(lane(e.getKey()), 1)))
                        .filter(n -> n > 0)
                        .sum());
    }

    private static String lane(String promptAndLane) {
        return promptAndLane.substring(promptAndLane.indexOf(' ') + 1);
    }

    private static long count(List<Delivery> all, Delivery.State state) {
        return all.stream().filter(d -> d.state() == state).count();
    }
}
