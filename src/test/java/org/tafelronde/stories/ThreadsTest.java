package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Speaker;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.Heard;
import org.tafelronde.testing.TestScripts;

/** Where the bot may make no places: the café is held where it was begun, and each table is a thread there. */
class ThreadsTest {
    private static final Place HALL = new Place(Cast.PLATFORM, "team-day");

    private final CafeTester cafe = CafeTester.with(TestScripts.whole());
    private Cast who;

    @BeforeEach
    void in_the_first_round() {
        cafe.platform().makesNoPlaces();
        cafe.at("14:00").opensIn(HALL).checksIn(Cast.guests(16));
        cafe.says(ADA, "/cafe start");
        cafe.at("14:20");
        who = cafe.traveller("privacy", 1);
    }

    /** Said in the thread that is this table; people know no other root than its first message. */
    private Heard saysInThread(String table, Cast by, String text) {
        String id = cafe.tablePlace(table).id();
        MessageRef head = new MessageRef(HALL, id.substring(HALL.id().length() + 1));
        return cafe.hear(by, cafe.reply(by, head, text));
    }

    private Question only() {
        assertThat(cafe.harvest().questions()).hasSize(1);
        return cafe.harvest().questions().getFirst();
    }

    private Prompt.Kind answered(Question question) {
        return cafe.stores()
                .harvests()
                .prompt(question.prompt().orElseThrow())
                .orElseThrow()
                .kind();
    }

    @Test
    void the_plenary_is_where_the_cafe_was_begun_and_each_table_is_a_thread_in_it() {
        assertThat(cafe.plenaryPlace()).isEqualTo(HALL);
        assertThat(cafe.tables())
                .allSatisfy(t -> assertThat(cafe.tablePlace(t).id()).startsWith("team-day/"));
        assertThat(cafe.tables()).allSatisfy(t -> cafe.prompt(t, 1));
    }

    @Test
    void what_is_said_in_a_table_s_thread_answers_what_was_asked_there_last() {
        Heard reply = saysInThread("privacy", who, "Who reads the logs?");
        assertThat(only().table()).contains("privacy-1");
        assertThat(only().theme()).contains("privacy");
        assertThat(answered(only())).isEqualTo(Prompt.Kind.ROUND);
        assertThat(cafe.platform().reactions(reply.message())).containsExactly(Outgoing.Reaction.HEARD);

        cafe.edits(who, reply, "Who may read the logs?");
        assertThat(only().text()).isEqualTo("Who may read the logs?");
        cafe.deletes(who, reply);
        assertThat(only().stands()).isFalse();
    }

    @Test
    void after_an_intervention_people_answer_that_once_it_is_said() {
        cafe.cannotSpeak();
        cafe.says(ADA, "/cafe intervene leak");
        saysInThread("privacy", who, "Before?");
        assertThat(answered(only())).isEqualTo(Prompt.Kind.ROUND);

        cafe.saysWhatWaits();
        saysInThread("privacy", who, "And now?");
        assertThat(cafe.harvest().questions()).last().satisfies(q -> {
            assertThat(answered(q)).isEqualTo(Prompt.Kind.INTERVENTION);
            assertThat(q.table()).contains("privacy-1");
        });
    }

    @Test
    void which_threads_are_tables_is_known_by_a_new_process() {
        cafe.isKilled().startsAgain();
        saysInThread("privacy", who, "Who reads the logs?");
        assertThat(only().table()).contains("privacy-1");
    }

    @Test
    void a_command_in_the_channel_asks_at_the_table_where_one_sits() {
        cafe.says(who, "/cafe ask Who reads the logs?").hears("Kept as question 1.");
        assertThat(only().table()).contains("privacy-1");
    }

    @Test
    void a_guest_of_one_channel_can_go_to_every_table() {
        Speaker guest = new Speaker(Cast.guests(17).getLast().person(), "Gus", "en", false, true);
        cafe.hear(Cast.guests(17).getLast(), new Incoming.Command(cafe.key(), guest, HALL, "join"));
        assertThat(cafe.platform().directs(ADA.person()))
                .noneSatisfy(m -> assertThat(m.text()).contains("as a guest"));
    }

    @Test
    void who_travels_is_told_where_to_go_with_a_button_that_leads_into_the_thread() {
        cafe.at("14:50");
        Cast traveller = cafe.traveller("privacy", 2);
        assertThat(cafe.platform().directs(traveller.person()).stream()
                        .flatMap(m -> m.content().buttons().stream())
                        .filter(Button.GoTo.class::isInstance)
                        .map(b -> ((Button.GoTo) b).place()))
                .contains(cafe.tablePlace("privacy"));
    }

    @Test
    void while_people_choose_numbers_are_votes_and_the_rest_is_talk() {
        saysInThread("privacy", who, "Who reads the logs?");
        while (!cafe.session().picking()) {
            cafe.says(ADA, "/cafe skip anyway");
        }
        Cast last = Cast.of(cafe.seating("privacy", 3).members().getFirst());
        saysInThread("privacy", last, "I like the first one best.").hearsNothing();
        saysInThread("privacy", last, "1").hears("Your choice");
    }

    @Test
    void a_second_cafe_in_the_same_channel_leaves_the_first_one_s_questions_to_it() {
        Heard reply = saysInThread("privacy", who, "Who reads the logs?");
        cafe.opensIn(HALL);
        cafe.hear(who, new Incoming.Edited(cafe.key(), who.speaker(), reply.message(), "Who may read the logs?"));
        assertThat(cafe.stores().harvests().fromSource(key(reply.message())).map(Question::text))
                .isEqualTo(Optional.of("Who may read the logs?"));
    }

    @Test
    void until_the_bot_asks_what_became_of_the_actions_words_about_the_digest_answer_nothing() {
        cafe.says(who, "/cafe action Call the supplier");
        cafe.says(ADA, "/cafe close anyway");
        cafe.says(ADA, "/cafe publish");
        saysInManagement("Theme 1: done! Who goes on with it?");
        assertThat(cafe.harvest().actions().getFirst().outcome()).isEmpty();

        cafe.after(Duration.ofDays(30));
        saysInManagement("1 done");
        assertThat(cafe.harvest().actions().getFirst().isDone()).isTrue();
    }

    private void saysInManagement(String text) {
        String id = cafe.managementRoom().place().id();
        MessageRef head = new MessageRef(HALL, id.substring(HALL.id().length() + 1));
        cafe.hear(who, cafe.reply(who, head, text));
    }

    private static String key(MessageRef ref) {
        return ref.place().platform().name() + "|" + ref.place().id() + "|" + ref.id();
    }
}
