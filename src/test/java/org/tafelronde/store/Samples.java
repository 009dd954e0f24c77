package org.tafelronde.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.Case;
import org.tafelronde.domain.script.Ending;
import org.tafelronde.domain.script.Intervention;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.seating.Rotation;
import org.tafelronde.domain.seating.Seating;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.seating.TableSpec;
import org.tafelronde.domain.session.Afterwards;
import org.tafelronde.domain.session.Agenda;
import org.tafelronde.domain.session.Floor;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Rehearsal;
import org.tafelronde.domain.session.Roster;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Setting;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.domain.session.Tag;
import org.tafelronde.domain.session.Tempo;
import org.tafelronde.outbox.Delivery;

/** Things to keep. */
final class Samples {
    static final Instant TWO = Instant.parse("2026-11-05T14:00:00Z");
    static final Platform CHAT = Platform.WEBCHAT;
    static final String ADA = "webchat:ada";
    static final String BEN = "webchat:ben";
    static final String CLEO = "webchat:cleo";
    private static int count;

    private Samples() {}

    /** Sortable by the order in which they were asked for. */
    static synchronized String id() {
        count++;
        return "%08d".formatted(count);
    }

    /** With a step of every kind, and something in every field. */
    static Script script() {
        return script("smart.nl", 3);
    }

    static Script script(String name, int version) {
        Duration ten = Duration.ofMinutes(10);
        Duration five = Duration.ofMinutes(5);
        Intervention leak =
                new Intervention("leak", "A leak", Optional.of(five), "The data are out.", "Whom do you tell?");
        List<Step> plan = List.of(
                new Step.Talk("welcome", "Welcome", ten, five, List.of("Hello."), true),
                new Step.CaseTelling("case", "The case", ten, five),
                new Step.Round(
                        "round-1",
                        1,
                        "Needs",
                        ten,
                        five,
                        Duration.ofMinutes(2),
                        Map.of("privacy", "What if?"),
                        List.of(leak)),
                new Step.Break("coffee", "Coffee", ten, five, Optional.of("Back in ten.")),
                new Step.Pick("pick", "Pick", five, five),
                new Step.Feedback("feedback", "Feedback", ten, five),
                new Step.Card("card", "The card", ten, five),
                new Step.Debrief("debrief", "Debrief", ten, five, List.of("What surprised you?")));
        return new Script(
                name,
                version,
                Language.NL,
                "Smart from the start",
                "To ask before we build.",
                "An answer to three questions.",
                "Which questions do we ask?",
                LocalTime.of(13, 30),
                2,
                true,
                List.of(new Theme("privacy", "Privacy", "Who may know?"), new Theme("quality", "Quality", "How good?")),
                List.of("Listen."),
                Optional.of(new Case(
                        "Lampposts",
                        List.of("A city."),
                        Optional.of(new Case.Picture("city.png", "A street at night")))),
                plan,
                List.of(new Intervention(
                        "press", "The press", Optional.empty(), "A reporter calls.", "What do you say?")),
                new ReferenceCard(List.of(new ReferenceCard.Topic(
                        "consent", "privacy", 1, "Consent", "Who agreed?", List.of("agree", "consent")))),
                Map.of("privacy", Map.of(1, List.of("Who agreed?"))),
                new Ending(Optional.of(Duration.ofHours(24)), false));
    }

    /** Gathering; Ada runs it. */
    static Session session() {
        return session(id());
    }

    static Session session(String id) {
        return session(id, script(), false);
    }

    static Session session(String id, Script script, boolean rehearsal) {
        return Session.gathering(
                new Setting(
                        id,
                        "k7f",
                        script,
                        Language.EN,
                        ZoneId.of("Europe/Amsterdam"),
                        7,
                        new Tempo(TWO, TWO.plusNanos(1), 20.5),
                        rehearsal ? Optional.of(new Rehearsal(16, true, false)) : Optional.empty(),
                        Optional.of(TWO),
                        Optional.of("#digest")),
                ADA);
    }

    static Session with(Session session, String... people) {
        Roster roster = session.roster();
        for (String person : people) {
            roster = roster.with(Participant.expected(person, person.substring(person.indexOf(':') + 1)));
        }
        return session.with(roster);
    }

    /** In the middle of a round, with something in every field. */
    static Session running(String id) {
        Session s = session(id);
        Roster roster = new Roster(Map.of(), Map.of("ben", Tag.of(Optional.of("Town"), Optional.empty())), 0);
        roster = roster.with(new Participant(
                        CLEO,
                        "Cleo",
                        Optional.of(Language.NL),
                        Optional.of("Water board"),
                        Optional.of("planner"),
                        Optional.of("neighbours"),
                        Optional.of("quality"),
                        Optional.of(4),
                        new Participant.Presence.Present(1, Set.of(2, 3))))
                .with(Participant.expected(BEN, "Ben"))
                .with(Participant.expected(ADA, "Ada").as(new Participant.Presence.Gone(1, 2, Set.of())));
        TableSpec table = new TableSpec("privacy+quality-1", List.of("privacy", "quality"));
        Rotation rotation = new Rotation(
                List.of(new Seating(List.of(new TableSeating(table.id(), table.theme(), CLEO, List.of(CLEO, BEN))))));
        Floor floor = new Floor(
                List.of(table),
                rotation,
                4,
                true,
                Map.of(table.id(), Duration.ofMinutes(2)),
                List.of(new Floor.Fired(1, "press", Set.of(table.id()))));
        return new Session(
                s.setting(),
                0,
                ADA,
                Optional.of(BEN),
                roster,
                Optional.of(7),
                new Agenda(s.agenda().lengths(), Optional.of(TWO.plus(Duration.ofHours(2)))),
                new Stage.Running(2, TWO.plusNanos(333), Stage.Running.NOTHING),
                Optional.of(floor),
                Optional.of(TWO),
                true,
                new Afterwards(Optional.of(TWO.plusSeconds(60)), true, 1));
    }

    static Session at(Session s, Stage stage) {
        return new Session(
                s.setting(),
                s.version(),
                s.facilitator(),
                s.deputy(),
                s.roster(),
                s.tables(),
                s.agenda(),
                stage,
                s.floor(),
                s.startedAt(),
                s.published(),
                s.afterwards());
    }

    static Question question(String session, String by, String text) {
        return question(session, by, text, Optional.empty());
    }

    static Question question(String session, String by, String text, Optional<String> source) {
        return new Question(
                id(),
                session,
                0,
                text,
                by,
                Optional.of("privacy"),
                OptionalInt.of(1),
                Optional.of("privacy-1"),
                Optional.of("prompt"),
                TWO,
                Optional.empty(),
                source);
    }

    static Place place(String id) {
        return new Place(CHAT, id);
    }

    static Delivery post(String session, String lane, String text) {
        return delivery(session, lane, new Outgoing.Post(place(lane), Optional.empty(), Content.text(text), false));
    }

    static Delivery delivery(String session, String lane, Outgoing what) {
        return Delivery.of(id(), session, CHAT, lane, what, Delivery.Urgency.PEOPLE, TWO);
    }
}
