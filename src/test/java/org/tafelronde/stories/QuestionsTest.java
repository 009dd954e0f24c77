package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.ROOS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.Heard;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/** A question is heard, known by its place, and its asker's own until the picking (F42, F43, F44). */
class QuestionsTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());
    private Cast who;
    private Cast other;

    @BeforeEach
    void in_the_first_round() {
        cafe.begins("14:00", 16).at("14:20");
        who = cafe.traveller("privacy", 1);
        other = cafe.traveller("trust", 1);
    }

    private Question only() {
        assertThat(cafe.harvest().questions()).hasSize(1);
        return cafe.harvest().questions().getFirst();
    }

    @Test
    void a_reply_in_the_prompt_s_thread_is_a_question_with_theme_round_and_table() {
        Heard reply = cafe.replies(who, cafe.prompt("privacy", 1), "Who reads the logs?");
        reply.hearsNothing();
        Question q = only();
        assertThat(q.text()).isEqualTo("Who reads the logs?");
        assertThat(q.theme()).contains("privacy");
        assertThat(q.round()).hasValue(1);
        assertThat(q.table()).contains("privacy-1");
        assertThat(q.by()).isEqualTo(who.key());
        assertThat(cafe.platform().reactions(reply.message())).containsExactly(Outgoing.Reaction.HEARD);
        cafe.table("privacy").hearsNothing();
    }

    @Test
    void a_reply_under_a_warning_is_about_the_round_s_prompt() {
        cafe.at("14:30");
        cafe.replies(who, cafe.table("privacy").message("5 minutes left"), "Who reads the logs?");
        assertThat(only().theme()).contains("privacy");
    }

    @Test
    void a_command_asks_at_the_table_where_one_sits_without_others_seeing_it() {
        cafe.saysAlone(who, "/cafe ask Who reads the logs?").hears("Kept as question 1.");
        assertThat(only().table()).contains("privacy-1");
        cafe.everyTable().hearsNothing();
    }

    @Test
    void loose_words_with_the_word_before_them_are_a_question() {
        Heard said = cafe.writes("privacy", who, "Question: who reads the logs?");
        said.hearsNothing();
        assertThat(only().text()).isEqualTo("who reads the logs?");
        assertThat(cafe.platform().reactions(said.message())).containsExactly(Outgoing.Reaction.HEARD);
        cafe.writes("privacy", who, "vraag: wie leest mee?");
        assertThat(cafe.harvest().questions()).hasSize(2);
    }

    @Test
    void the_word_before_a_reply_is_left_out() {
        cafe.replies(who, cafe.prompt("privacy", 1), "vraag: Wie leest mee?");
        assertThat(only().text()).isEqualTo("Wie leest mee?");
    }

    @Test
    void who_asks_beside_the_thread_is_offered_to_have_it_kept() {
        cafe.writes("privacy", who, "Hello all").hearsNothing();
        cafe.writes("privacy", who, "Who reads the logs?").presses("Keep it").hears("Kept as question 1.");
        assertThat(only().text()).isEqualTo("Who reads the logs?");
        assertThat(only().theme()).contains("privacy");
    }

    @Test
    void outside_the_rounds_a_question_goes_to_the_appendix() {
        cafe.says(ROOS, "/cafe ask Who pays the tea?").hears("digest’s appendix");
        assertThat(only().theme()).isEmpty();
    }

    @Test
    void an_empty_question_is_not_kept() {
        cafe.replies(who, cafe.prompt("privacy", 1), "   ");
        assertThat(cafe.harvest().questions()).isEmpty();
    }

    // One's own

    @Test
    void editing_the_chat_message_rewords_the_question_and_deleting_it_takes_it_back() {
        Heard reply = cafe.replies(who, cafe.prompt("privacy", 1), "Who reads the logs?");
        cafe.edits(who, reply, "Who reads our logs?").hears("Question 1 is changed");
        assertThat(only().text()).isEqualTo("Who reads our logs?");
        cafe.deletes(who, reply).hears("taken back");
        assertThat(only().stands()).isFalse();
        assertThat(cafe.harvest().standing()).isEmpty();
    }

    @Test
    void by_command_too_and_the_message_is_marked() {
        Heard reply = cafe.replies(who, cafe.prompt("privacy", 1), "Who reads the logs?");
        cafe.says(who, "/cafe mine").hears("1. Who reads the logs?");
        cafe.says(who, "/cafe edit 1 Who reads our logs?").hears("changed");
        assertThat(only().text()).isEqualTo("Who reads our logs?");
        cafe.says(who, "/cafe withdraw #1").hears("taken back");
        assertThat(cafe.platform().reactions(reply.message()))
                .containsExactly(Outgoing.Reaction.HEARD, Outgoing.Reaction.WITHDRAWN);
        cafe.says(who, "/cafe withdraw 1").hearsOneLine("taken back already");
        cafe.says(who, "/cafe edit 1 Again").hearsOneLine("taken back already");
        cafe.says(who, "/cafe mine").hearsOneLine("You have not asked a question yet");
    }

    @Test
    void nobody_touches_another_s_question() {
        Heard reply = cafe.replies(who, cafe.prompt("privacy", 1), "Who reads the logs?");
        cafe.says(other, "/cafe edit 1 Mine now").hearsOneLine("somebody else’s");
        cafe.says(ADA, "/cafe withdraw 1").hearsOneLine("somebody else’s");
        cafe.edits(other, reply, "Mine now").hearsNothing();
        cafe.deletes(other, reply).hearsNothing();
        assertThat(only().text()).isEqualTo("Who reads the logs?");
        assertThat(only().stands()).isTrue();
        cafe.says(other, "/cafe edit 99 x").hearsOneLine("There is no question 99");
    }

    @Test
    void from_the_pick_on_a_question_stays_as_it_is() {
        Heard reply = cafe.replies(who, cafe.prompt("privacy", 1), "Who reads the logs?");
        cafe.at("15:31");
        cafe.edits(who, reply, "Nobody").hearsOneLine("The choosing has begun");
        cafe.deletes(who, reply).hearsOneLine("The choosing has begun");
        cafe.says(who, "/cafe withdraw 1").hearsOneLine("The choosing has begun");
        assertThat(only().text()).isEqualTo("Who reads the logs?");
        cafe.says(who, "/cafe ask One more?").hears("cannot be chosen any more");
    }

    @Test
    void after_the_end_nothing_is_kept_any_more() {
        cafe.at("16:04").says(who, "/cafe ask One more?").hearsOneLine("This café is over");
        assertThat(cafe.harvest().questions()).isEmpty();
    }

    // Trouble on the line

    @Test
    void an_event_that_is_told_twice_is_heard_once_and_answered_alike() {
        Incoming.Reply reply = cafe.reply(who, cafe.prompt("privacy", 1).ref(), "Who reads the logs?");
        cafe.hear(who, reply);
        cafe.hear(who, reply);
        only();
        assertThat(cafe.platform().reactions(reply.message())).hasSize(1);
        Incoming.Command ask = new Incoming.Command(cafe.key(), who.speaker(), cafe.plenaryPlace(), "ask And now?");
        Heard first = cafe.hear(who, ask);
        Heard second = cafe.hear(who, ask);
        assertThat(second.text()).isEqualTo(first.text()).contains("question 2");
        assertThat(cafe.harvest().questions()).hasSize(2);
    }

    @Test
    void the_same_message_under_two_keys_is_one_question() {
        Incoming.Reply reply = cafe.reply(who, cafe.prompt("privacy", 1).ref(), "Who reads the logs?");
        cafe.hear(who, reply);
        cafe.hear(who, new Incoming.Reply(cafe.key(), reply.by(), reply.root(), reply.message(), reply.text()));
        only();
    }

    @Test
    void a_reply_that_comes_before_we_know_the_thread_is_kept_and_heard() {
        cafe.at("14:39");
        MessageRef[] crossed = new MessageRef[1];
        Cast newcomer = cafe.traveller("privacy", 2);
        // A machine that answers a post before its platform told us the post's id.
        cafe.platform().justBeforeTheNextAnswer(() -> {});
        cafe.platform()
                .meets(
                        what -> what instanceof Outgoing.Post post
                                && post.content().plain().contains("Round 2 · Decision · Privacy"),
                        TestPlatform.Trouble.BROKEN_AFTER);
        cafe.at("14:40");
        TestPlatform.Message post = cafe.prompt("privacy", 2);
        crossed[0] = post.ref();
        Heard early = cafe.replies(newcomer, post, "Who decides?");
        early.hearsNothing();
        assertThat(cafe.harvest().questions()).isEmpty();
        cafe.after(java.time.Duration.ofSeconds(5));
        assertThat(only().text()).isEqualTo("Who decides?");
        assertThat(only().round()).hasValue(2);
        assertThat(cafe.platform().reactions(early.message())).containsExactly(Outgoing.Reaction.HEARD);
        assertThat(cafe.table("privacy").messages().stream().filter(m -> m.ref().equals(crossed[0])))
                .hasSize(1);
    }

    @Test
    void a_reply_in_somebody_s_own_thread_is_no_question() {
        cafe.hear(who, cafe.reply(who, new MessageRef(cafe.tablePlace("privacy"), "their-own"), "Shall we have tea?"));
        cafe.at("14:39");
        assertThat(cafe.harvest().questions()).isEmpty();
    }

    // What people type

    @Test
    void a_hundred_thousand_characters_are_answered_in_a_line() {
        String endless = "x".repeat(100_000);
        cafe.replies(who, cafe.prompt("privacy", 1), endless).hearsOneLine("100000 characters; at most 2000 fit");
        cafe.says(who, "/cafe ask " + endless).hearsOneLine("at most 2000 fit");
        cafe.says(who, "/cafe " + endless).hearsOneLine("I do not know the command");
        cafe.says(ADA, "/cafe move " + endless + " " + endless).hearsOneLine("I see nobody called");
        cafe.says(ADA, "/cafe move " + who.called() + " " + endless).hearsOneLine("There is no table");
        cafe.says(ADA, "/cafe extend 3 " + endless).hearsOneLine("There is no table");
        cafe.says(ADA, "/cafe intervene " + endless).hearsOneLine("There is no spare intervention");
        cafe.says(ADA, "/cafe deputy " + endless).hearsOneLine("I see nobody called");
        cafe.says(ADA, "/cafe broadcast " + endless).hearsOneLine("at most 2000 fit");
        cafe.says(who, "/cafe edit 1 " + endless).hearsOneLine("There is no question 1");
        cafe.says(who, "/cafe vote " + endless).hearsOneLine("Type the numbers");
        cafe.says(who, "/cafe language " + endless).hearsOneLine("Type /cafe language");
        cafe.says(ADA, "/cafe new " + endless).hearsOneLine("There is no script");
        assertThat(cafe.harvest().questions()).isEmpty();
    }

    @Test
    void markup_mentions_and_control_characters_are_words_like_others() {
        String words = "<b>Who</b> & <!channel> @here *asks* `rm`?";
        cafe.replies(who, cafe.prompt("privacy", 1), "\u0000\u0007" + words + "\u202Eevil\uFEFF");
        assertThat(only().text()).isEqualTo(words + "evil");
    }

    @Test
    void line_breaks_stay_and_crowds_of_them_do_not() {
        cafe.replies(who, cafe.prompt("privacy", 1), "One\r\n\r\n\r\n\r\ntwo\tthree");
        assertThat(only().text()).isEqualTo("One\n\ntwo three");
    }

    @Test
    void a_name_may_be_an_emoji_or_hold_anything() {
        for (String name : new String[] {"🦀", "{0}", "<!channel>", "  ", "a".repeat(500), "\u0000"}) {
            cafe.hear(
                            ROOS,
                            new Incoming.Command(
                                    cafe.key(), cafe.speaker(ROOS, name, "en"), cafe.plenaryPlace(), "join"))
                    .hears("You are");
            cafe.hear(
                    ROOS, new Incoming.Command(cafe.key(), cafe.speaker(ROOS, name, "en"), cafe.plenaryPlace(), "sos"));
            cafe.alone(ADA).hears("asks for help");
            cafe.says(ROOS, "/cafe leave").hears("checked out");
        }
    }

    @Test
    void forget_me_takes_the_name_and_leaves_the_question() {
        cafe.replies(who, cafe.prompt("privacy", 1), "Who reads the logs?");
        cafe.says(who, "/cafe forget").hearsOneLine("Type /cafe forget me");
        cafe.says(who, "/cafe forget me").hears("Your name is gone");
        assertThat(only().by()).isNotEqualTo(who.key());
        assertThat(only().text()).isEqualTo("Who reads the logs?");
        assertThat(cafe.session().roster().find(who.key())).isEmpty();
        cafe.at("16:04").nothingWasSaidTwice();
        assertThat(cafe.session().toString()).doesNotContain(who.called());
    }

    @Test
    void the_bot_alone_with_somebody_understands_commands_and_says_so_otherwise() {
        cafe.writesAlone(BRAM, "where").hears("Your route");
        cafe.writesAlone(BRAM, "How are you?").hearsOneLine("I understand commands here");
    }
}
