package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.store.script.YamlScripts;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestPlatform;

/** All that a whole Dutch café says, as people in Teams see it: drawn by Microsoft's own renderer, for a laptop and for a phone. */
class TeamsCardsSeenTest {
    private static final int PEOPLE = 12;
    private static final int MOST_STEPS = 40;
    private static final int MOST_BYTES = 25_000;
    private static final Place TABLE =
            TeamsId.channel(FakeTeams.TEAM, FakeTeams.TEAM).place();

    private final Cards cards = new Cards(
            place -> "https://teams.microsoft.com/l/channel/x",
            medium -> Optional.of(URI.create("https://cafe.example.org/files/s/" + medium)));
    private final CafeTester cafe = CafeTester.with(dutch());
    private final Set<Integer> talked = new HashSet<>();
    private final Map<String, ObjectNode> kept = new LinkedHashMap<>();

    private static Script dutch() {
        return new YamlScripts("seeds/scripts")
                .all().stream()
                        .filter(s -> s.name().equals("smart-from-the-start.nl"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void each_kind_of_card_is_drawn_without_a_complaint_and_fits() {
        takesPlace();
        keepDigest();
        List<ObjectNode> all = new ArrayList<>(kept.values());
        everythingSaid()
                .forEach(content -> cards.messages(content)
                        .forEach(message -> all.add(
                                (ObjectNode) message.path("attachments").path(0).path("content"))));
        assertThat(all).hasSizeGreaterThan(100);
        assertThat(all).allSatisfy(card -> assertThat(Json.bytes(card).length).isLessThan(MOST_BYTES));
        try (DrawnCards drawn = DrawnCards.open(Path.of("seeds/scripts/trauma-insight.nl.png"))) {
            ObjectNode broken = Cards.card(Json.array().add(Json.typed("Input.Text")), "no id");
            assertThat(drawn.draw(broken)).as("what is wrong is told").isNotEmpty();
            assertThat(all).allSatisfy(card -> {
                assertThat(drawn.draw(card)).isEmpty();
                assertThat(drawn.sticksOut()).isZero();
            });
            kept.forEach(drawn::keep);
        }
    }

    /** From checking in to the end; on the way everything worth looking at is kept. */
    private void takesPlace() {
        cafe.at("12:30").opens();
        keep("check-in", cafe.plenary().messages(), c -> !c.buttons().isEmpty());
        cafe.checksIn(Cast.guests(PEOPLE));
        cafe.says(ADA, "/cafe start");
        for (int i = 0; i < MOST_STEPS && !(cafe.session().stage() instanceof Stage.Closed); i++) {
            cafe.after(Duration.ofSeconds(20));
            cafe.session().round().ifPresent(this::talks);
            if (cafe.session().step().filter(Step.Pick.class::isInstance).isPresent()) {
                votes();
            }
            cafe.says(ADA, "/cafe skip anyway");
        }
        keep("case", cafe.plenary().messages(), has(Part.Picture.class));
        keep("route", cafe.alone(guest()).messages(), c -> true);
        keep("top", cafe.plenary().messages(), has(Part.Numbered.class));
        keep("debrief", cafe.plenary().messages(), c -> c.box().isPresent());
        keep("handover-card", atTables(), c -> c.plain().startsWith("Uit ronde"));
        keep("panel", cafe.looks(ADA).answer().whispers(), c -> true);
    }

    private void talks(Step.Round round) {
        String table = cafe.tables().getFirst();
        TestPlatform.Message prompt = cafe.table(table).message("Ronde " + round.number() + " ·");
        Cast traveller = cafe.travellers(table, round.number()).getFirst();
        Cast host = cafe.host(table, round.number());
        if (!talked.add(round.number())) {
            return;
        }
        cafe.writesIn(traveller, prompt, "Wie beslist er als het systeem iets anders zegt dan de begeleider?");
        cafe.replies(host, prompt, "Wat doen we als niemand de uitkomst kan uitleggen?");
        if (round.number() == 1) {
            keep("round", cafe.table(table).messages(), c -> c.box().isPresent());
            keep(
                    "unnamed",
                    cafe.table(table).messages(),
                    has(Part.Quote.class).and(c -> c.buttons().isEmpty()));
            keepForm("ask", cafe.says(traveller, "/cafe ask").form());
            cafe.says(ADA, "/cafe intervene business-case anyway");
            cafe.after(Duration.ofSeconds(20));
            keep("intervention", cafe.table(table).messages(), c -> c.plain().contains("verzonnen"));
            keepForm("handover", cafe.saysAt(table, host, "/cafe handover").form());
            keep("status", cafe.says(ADA, "/cafe status").answer().whispers(), c -> true);
            keep("help", cafe.says(traveller, "/cafe help").answer().whispers(), c -> true);
            keep("host", cafe.alone(host).messages(), has(Part.Bullets.class));
        }
    }

    private void votes() {
        keep(
                "ballot",
                atTables(),
                c -> c.buttons().stream().anyMatch(b -> b.label().equals("Kiezen")));
        Cast voter = cafe.travellers(cafe.tables().getFirst(), 3).getFirst();
        TestPlatform.Message ballot = cafe.table(cafe.tables().getFirst()).message("kies de belangrijkste vragen");
        keepForm("ballot-form", cafe.presses(voter, ballot, "Kiezen").form());
        cafe.says(voter, "/cafe vote 1 2");
    }

    private static Cast guest() {
        return Cast.guests(1).getFirst();
    }

    private void keepDigest() {
        keep("digest", List.of(digest()), c -> true);
    }

    /** As it comes to management: the files as they are with the server's address. */
    private static Content digest() {
        return new Content(
                List.of(
                        new Part.Heading("Verslag: Smart from the start"),
                        new Part.Paragraph("Wat moeten we vragen voordat we een systeem laten meebeslissen?"),
                        new Part.Note("dinsdag 12 mei 2026 · 12 mensen · 18 vragen · 4 thema’s · 3 rondes"),
                        new Part.Heading("Privacy: de belangrijkste vragen"),
                        new Part.Numbered(List.of(
                                new Part.Numbered.Item(1, "Wie beslist er als niemand er is? (5 stemmen)"),
                                new Part.Numbered.Item(2, "Hoe lang bewaren we dit? (3 stemmen)"))),
                        new Part.Picture("s/matrix.png", "Aantal vragen: Privacy 4, 2, 1; Inclusie 3, 3, 2"),
                        new Part.File("s/digest.html", "digest.html"),
                        new Part.File("s/digest.pdf", "digest.pdf"),
                        new Part.File("s/digest.md", "digest.md"),
                        new Part.File("s/digest.csv", "digest.csv"),
                        new Part.File("s/digest.json", "digest.json"),
                        new Part.File("s/matrix.png", "matrix.png")),
                List.of());
    }

    // What was said

    private List<Content> everythingSaid() {
        List<Content> said = new ArrayList<>();
        cafe.platform().rooms().forEach(room -> room.messages().forEach(m -> said.add(m.content())));
        for (Cast who : Cast.guests(PEOPLE)) {
            cafe.platform().directs(who.person()).forEach(m -> said.add(m.content()));
        }
        cafe.platform().directs(ADA.person()).forEach(m -> said.add(m.content()));
        return said;
    }

    private List<TestPlatform.Message> atTables() {
        return cafe.tables().stream()
                .flatMap(t -> cafe.table(t).messages().stream())
                .toList();
    }

    private static Predicate<Content> has(Class<? extends Part> kind) {
        return content -> content.parts().stream().anyMatch(kind::isInstance);
    }

    private void keep(String name, List<?> said, Predicate<Content> which) {
        Content content = said.stream()
                .map(one -> one instanceof TestPlatform.Message m ? m.content() : (Content) one)
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody said a " + name));
        kept.put(name, cards.card(content));
    }

    private void keepForm(String name, Form form) {
        kept.put(name, Forms.card(form, TABLE));
    }
}
