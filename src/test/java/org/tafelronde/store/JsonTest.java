package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.store.Samples.TWO;
import static org.tafelronde.store.Samples.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.script.Ending;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Afterwards;
import org.tafelronde.domain.session.Session;

class JsonTest {
    private static final Person ADA = Person.ofKey(Samples.ADA);
    private static final MessageRef MESSAGE = new MessageRef(place("plenary"), "m1");

    /** With a part of every kind. */
    private static final Content CONTENT = Content.of(
                    new Part.Heading("Privacy"),
                    new Part.Paragraph("Who \"may\" know?\nAnd who not? ☕"),
                    new Part.Bullets(List.of("one")),
                    new Part.Numbered(List.of(new Part.Numbered.Item(7, "seven"))),
                    new Part.Quote("said"),
                    new Part.Note("small"),
                    new Part.Timed(new Part.Note("Until 14:20. Host: Ada."), TWO, "14:20"),
                    new Part.Picture("s/city.png", "A street"),
                    new Part.File("s/digest.md", "digest.md"))
            .with(
                    Button.primary("Join", "join"),
                    new Button.GoTo("There", place("table")),
                    new Button.Link("Desk", "https://cafe.example.org/desk/1"));

    private static final Form FORM = new Form(
            "vote",
            "Vote",
            "",
            List.of(
                    new Form.Field.Words("w", "Words", "", 3, 100, true),
                    new Form.Field.Choice("c", "Choice", List.of(new Form.Option("1", "one")), "1"),
                    new Form.Field.Choices("cs", "Choices", List.of(new Form.Option("2", "two")), 3),
                    new Form.Field.Somewhere("s", "Somewhere")),
            "Send");

    @Test
    void a_message_that_was_kept_before_messages_had_a_box_is_read_as_one_without() {
        String now = Json.write(Content.text("Welcome"), Content.class);
        String before = now.replace(",\"box\":null", "");

        assertThat(before).isNotEqualTo(now);
        assertThat(Json.read(before, Content.class)).isEqualTo(Content.text("Welcome"));
    }

    @Test
    void everything_that_is_said_is_read_back_as_it_was() {
        List<Outgoing> all = List.of(
                new Outgoing.OpenPlace(Samples.CHAT, "cafe-k7f", "Café", Outgoing.Kind.PLENARY, List.of(ADA)),
                new Outgoing.OpenPlace(
                        Samples.CHAT,
                        "cafe-k7f-a",
                        "A",
                        Outgoing.Kind.TABLE,
                        List.of(ADA),
                        Optional.of(place("plenary"))),
                new Outgoing.Invite(place("plenary"), List.of(ADA)),
                new Outgoing.InviteAll(place("plenary"), place("directors")),
                new Outgoing.Post(place("plenary"), Optional.of(MESSAGE), CONTENT, true),
                new Outgoing.Post(place("plenary"), Optional.empty(), CONTENT, false),
                new Outgoing.Direct(ADA, CONTENT),
                new Outgoing.Edit(MESSAGE, CONTENT),
                new Outgoing.React(MESSAGE, Outgoing.Reaction.HEARD),
                new Outgoing.Topic(place("plenary"), "Round 1", Optional.empty()),
                new Outgoing.Topic(place("plenary"), "That was it", Optional.empty(), true),
                new Outgoing.Topic(
                        place("plenary"),
                        "Round 1",
                        Optional.of(new Outgoing.Countdown(TWO.plusNanos(5), Optional.of(Duration.ofMillis(1)), 600))),
                new Outgoing.Archive(place("plenary")),
                new Outgoing.Remove(place("plenary")));
        assertThat(all)
                .allSatisfy(what -> assertThat(Json.read(Json.write(what, Outgoing.class), Outgoing.class))
                        .isEqualTo(what));
        assertThat(kinds(all.stream())).containsExactlyInAnyOrder(Outgoing.class.getPermittedSubclasses());
        assertThat(kinds(CONTENT.parts().stream())).containsExactlyInAnyOrder(Part.class.getPermittedSubclasses());
        assertThat(kinds(CONTENT.buttons().stream())).containsExactlyInAnyOrder(Button.class.getPermittedSubclasses());
    }

    @Test
    void an_answer_with_a_form_is_read_back_as_it_was() {
        Answer answer = new Answer(List.of(CONTENT), Optional.of(FORM));
        assertThat(Json.read(Json.write(answer, Answer.class), Answer.class)).isEqualTo(answer);
        assertThat(kinds(FORM.fields().stream())).containsExactlyInAnyOrder(Form.Field.class.getPermittedSubclasses());
    }

    @Test
    void a_script_with_a_step_of_every_kind_is_read_back_as_it_was() {
        Script script = Samples.script();
        assertThat(Json.read(Json.write(script, Script.class), Script.class)).isEqualTo(script);
        assertThat(kinds(script.plan().stream()))
                .containsExactlyInAnyOrder(org.tafelronde.domain.script.Step.class.getPermittedSubclasses());
    }

    @Test
    void what_an_earlier_version_wrote_can_still_be_read() {
        String written = "{\"is\":\"Post\",\"place\":{\"platform\":{\"name\":\"webchat\"},\"id\":\"01/plenary\"},"
                + "\"thread\":{\"place\":{\"platform\":{\"name\":\"webchat\"},\"id\":\"01/plenary\"},\"id\":\"02\"},"
                + "\"content\":{\"parts\":[{\"is\":\"Paragraph\",\"text\":\"Hello.\"}],"
                + "\"buttons\":[{\"is\":\"Press\",\"label\":\"Join\",\"action\":\"join\",\"look\":\"PRIMARY\"}]},"
                + "\"pinned\":true}";
        Outgoing post = new Outgoing.Post(
                place("01/plenary"),
                Optional.of(new MessageRef(place("01/plenary"), "02")),
                Content.text("Hello.").with(Button.primary("Join", "join")),
                true);
        assertThat(Json.read(written, Outgoing.class)).isEqualTo(post);
        assertThat(Json.write(post, Outgoing.class))
                .isEqualTo(written.replace("]},\"pinned\"", "],\"box\":null},\"pinned\""));

        String above = "{\"is\":\"Topic\",\"place\":{\"platform\":{\"name\":\"webchat\"},\"id\":\"01/plenary\"},"
                + "\"text\":\"Round 1\",\"countdown\":null}";
        assertThat(Json.read(above, Outgoing.class))
                .isEqualTo(new Outgoing.Topic(place("01/plenary"), "Round 1", Optional.empty()));

        String opened = "{\"is\":\"OpenPlace\",\"platform\":{\"name\":\"webchat\"},\"name\":\"cafe-k7f\","
                + "\"title\":\"Café\",\"kind\":\"PLENARY\",\"invited\":[]}";
        assertThat(Json.read(opened, Outgoing.class))
                .isEqualTo(new Outgoing.OpenPlace(
                        new Platform("webchat"), "cafe-k7f", "Café", Outgoing.Kind.PLENARY, List.of()));
    }

    @Test
    void a_roster_of_an_earlier_version_has_forgotten_nobody() {
        assertThat(Json.read("{\"people\":{},\"tags\":{}}", org.tafelronde.domain.session.Roster.class))
                .isEqualTo(org.tafelronde.domain.session.Roster.EMPTY);
    }

    private static Stream<Class<?>> kinds(Stream<?> all) {
        return all.<Class<?>>map(Object::getClass).distinct();
    }

    /** A café outlives an update of the program (decision 4). */
    @Test
    void what_was_kept_before_a_cafe_had_anything_to_do_afterwards_has_the_usual() {
        ObjectNode session = (ObjectNode) tree(Json.write(Samples.session(), Session.class));
        session.remove("afterwards");
        ((ObjectNode) session.at("/setting/script")).remove("ending");

        Session read = Json.read(session.toString(), Session.class);
        assertThat(read.afterwards()).isEqualTo(Afterwards.NOTHING_YET);
        assertThat(read.script().ending()).isEqualTo(Ending.USUAL);
    }

    @Test
    void an_action_that_was_kept_before_anybody_was_asked_about_it_has_no_outcome() {
        String kept = "{\"session\":\"s\",\"number\":1,\"text\":\"Call\",\"owner\":null,\"due\":\"2026-12-31\","
                + "\"by\":\"webchat:a\",\"at\":\"2026-05-12T14:00:00Z\"}";

        assertThat(Json.read(kept, ActionPoint.class).outcome()).isEmpty();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
