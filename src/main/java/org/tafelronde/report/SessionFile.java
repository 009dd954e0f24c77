package org.tafelronde.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tafelronde.domain.harvest.ChathamHouse;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.harvest.Tally;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.seating.Seating;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Setting;
import org.tafelronde.domain.session.Stage;

/**
 * {@code session.json}, for the facilitator: what happened, people only as {@code p01}, {@code p02} ... All times are the café's own. The
 * words are those of the digest: nobody is named in them.
 */
public final class SessionFile {
    /**
     * What became of the messages.
     *
     * @param sentAt when each prompt was said, by its id, in the world's time; a prompt that was not is not in it
     * @param unknown messages of which it is not known whether they were said
     * @param duplicates messages that were said more than once
     */
    public record Delivered(Map<String, Instant> sentAt, long sent, long unknown, long blocked, long duplicates) {
        public Delivered {
            sentAt = Map.copyOf(sentAt);
        }
    }

    private record File(
            About session,
            People people,
            List<Theme> themes,
            List<Table> tables,
            List<Round> rounds,
            List<Said> prompts,
            List<Asked> questions,
            List<Top> top,
            List<LookBack> debrief,
            Deliveries deliveries) {}

    private record About(
            String id,
            String script,
            int scriptVersion,
            String language,
            String timeZone,
            long seed,
            @Nullable String startedAt,
            @Nullable String endedAt) {}

    private record People(int invited, int checkedIn) {}

    private record Theme(String id, String label) {}

    private record Table(String id, String theme) {}

    private record Round(
            int number,
            String label,
            @Nullable String startsAt,
            @Nullable String endsAt,
            List<Seated> tables) {}

    private record Seated(
            String table, String value, @Nullable String chair, List<String> members) {}

    private record Said(
            String id,
            String kind,
            String name,
            @Nullable Integer round,
            @Nullable String table,
            String dueAt,
            @Nullable String sentAt) {}

    /** @param group questions that say nearly the same; null for one that stands alone */
    private record Asked(
            String id,
            String text,
            @Nullable String theme,
            @Nullable Integer round,
            @Nullable String table,
            @Nullable String prompt,
            String askedAt,
            @Nullable String by,
            @Nullable String group,
            int votes,
            boolean picked,
            boolean withdrawn) {}

    private record Top(String theme, List<String> questions) {}

    private record LookBack(String prompt, List<String> answers) {}

    private record Deliveries(long sent, long unknown, long blocked, long duplicates) {}

    private final Harvest harvest;
    private final Session session;
    private final Delivered delivered;
    private final Pseudonyms people;
    private final Timetable times;
    private final Digest digest;
    /** By a question's id. */
    private final Map<String, String> groups = new HashMap<>();

    private SessionFile(Harvest harvest, Delivered delivered, Linguist linguist) {
        this.harvest = harvest;
        this.session = harvest.session();
        this.delivered = delivered;
        this.people = Pseudonyms.of(session);
        this.times = new Timetable(harvest);
        this.digest = Digest.of(harvest);
        List<List<Question>> alike = harvest.alike(linguist);
        for (int i = 0; i < alike.size(); i++) {
            String group = "g" + (i + 1);
            alike.get(i).forEach(q -> groups.put(q.id(), group));
        }
    }

    /** The file's text. */
    public static String of(Harvest harvest, Delivered delivered, Linguist linguist) {
        return JsonText.of(new SessionFile(harvest, delivered, linguist).file());
    }

    private File file() {
        return new File(
                about(),
                people(),
                digest.themes().stream().map(t -> new Theme(t.id(), t.label())).toList(),
                session.floor().stream()
                        .flatMap(floor -> floor.tables().stream())
                        .map(t -> new Table(t.id(), t.theme()))
                        .toList(),
                session.script().rounds().stream().map(this::round).toList(),
                harvest.prompts().stream().map(this::said).toList(),
                questions(),
                digest.top().stream()
                        .map(t -> new Top(
                                t.theme().id(),
                                t.questions().stream().map(Digest.Asked::id).toList()))
                        .toList(),
                digest.debrief().stream()
                        .map(l -> new LookBack(l.prompt(), l.answers()))
                        .toList(),
                new Deliveries(delivered.sent(), delivered.unknown(), delivered.blocked(), delivered.duplicates()));
    }

    private About about() {
        Setting setting = session.setting();
        Optional<Instant> ended =
                session.stage() instanceof Stage.Closed closed ? Optional.of(closed.at()) : Optional.empty();
        return new About(
                setting.id(),
                setting.script().name(),
                setting.script().version(),
                setting.language().code(),
                setting.zone().getId(),
                setting.seed(),
                iso(session.startedAt()),
                iso(ended));
    }

    private People people() {
        // Who runs it is on the list to be spoken to; a guest they are only when they checked in.
        int invited = (int) session.roster().all().stream()
                .filter(p -> !session.isRunBy(p.id()) || !(p.presence() instanceof Participant.Presence.Expected))
                .count();
        return new People(invited, digest.people());
    }

    private Round round(Step.Round round) {
        List<Seating> seatings =
                session.floor().map(floor -> floor.rotation().rounds()).orElse(List.of());
        List<Seated> tables = seatings.size() < round.number()
                ? List.of()
                : seatings.get(round.number() - 1).tables().stream()
                        .map(t -> new Seated(
                                t.table(),
                                t.theme(),
                                people.of(t.host()),
                                t.members().stream().map(people::of).toList()))
                        .toList();
        return new Round(
                round.number(),
                digest.rounds().get(round.number() - 1),
                iso(times.began(round)),
                iso(times.ended(round)),
                tables);
    }

    private Said said(Prompt prompt) {
        Optional<Instant> sent = Optional.ofNullable(delivered.sentAt().get(prompt.id()))
                .map(session.setting().tempo()::cafe);
        return new Said(
                prompt.id(),
                prompt.kind().name().toLowerCase(Locale.ROOT),
                prompt.name(),
                prompt.round().isPresent() ? prompt.round().getAsInt() : null,
                prompt.table().orElse(null),
                times.iso(prompt.dueAt()),
                iso(sent));
    }

    private List<Asked> questions() {
        ChathamHouse chathamHouse = ChathamHouse.of(session);
        Tally tally = harvest.tally();
        Set<String> picked = harvest.picked();
        return harvest.questions().stream()
                .map(q -> asked(q, chathamHouse.words(q.text()), tally.votesFor(q), picked.contains(q.id())))
                .toList();
    }

    private Asked asked(Question q, String text, int votes, boolean picked) {
        return new Asked(
                q.id(),
                text,
                q.theme().orElse(null),
                q.round().isPresent() ? q.round().getAsInt() : null,
                q.table().orElse(null),
                q.prompt().orElse(null),
                times.iso(q.askedAt()),
                people.of(q.by()),
                groups.get(q.id()),
                votes,
                picked,
                !q.stands());
    }

    private @Nullable String iso(Optional<Instant> cafe) {
        return cafe.map(times::iso).orElse(null);
    }
}
