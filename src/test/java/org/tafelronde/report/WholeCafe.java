package org.tafelronde.report;

import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.UMA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.script.Ending;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Session;
import org.tafelronde.language.LuceneLinguist;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/**
 * One café in which everything happens that a digest can tell: questions at the tables, outside rounds, after an intervention, withdrawn,
 * twice in other words; votes; a debrief; actions with and without an owner; groups and topics that the facilitator saw otherwise, and took
 * back; objections that leave out, keep and reword; publishing; the note after a month, its answers, and the digest made anew. People name
 * each other wherever they can write.
 */
final class WholeCafe {
    /** Uma, as her platform calls her. */
    static final String NAMED = "Zebedeus Quuxenstein";

    private static final Duration DAY = Duration.ofDays(1);

    private final Reports reports = new Reports(new LuceneLinguist());
    private final CafeTester cafe;

    private WholeCafe(Language language) {
        Script script = TestScripts.purpose(
                "To ask what we must know before the harbour runs itself, as " + NAMED + " wants.",
                "An answer to each question before the summer, to board@harbour.example.",
                TestScripts.called(
                        "The harbour of " + NAMED,
                        "Privacy, as " + NAMED + " sees it",
                        TestScripts.ending(new Ending(Optional.of(DAY), true), TestScripts.whole())));
        cafe = CafeTester.with(TestScripts.in(language, script)).digestedBy(reports);
    }

    static WholeCafe in(Language language) {
        WholeCafe whole = new WholeCafe(language);
        whole.gathers();
        whole.talks();
        whole.looksBack();
        whole.isReviewed();
        return whole;
    }

    private void gathers() {
        cafe.at("14:00").opens().checksIn(Cast.guests(16));
        Incoming join = new Incoming.Command(cafe.key(), cafe.speaker(UMA, NAMED, "en"), cafe.plenaryPlace(), "join");
        cafe.hear(UMA, join);
        cafe.says(ADA, "/cafe start");
        cafe.at("14:05");
        cafe.says(Cast.BRAM, "/cafe ask Does Zebedeus know who asked for this?");
        cafe.says(Cast.BRAM, "/cafe ask Never mind, Zebedeus.");
        cafe.says(Cast.BRAM, "/cafe withdraw 2");
    }

    private void talks() {
        cafe.at("14:20");
        Cast first = cafe.traveller("privacy", 1);
        Cast host = cafe.host("privacy", 1);
        for (String text : List.of(
                "Who may open the container on the quay?",
                "Who may open this container, on which quay?",
                "Can we keep it, Quuxenstein?",
                "Who owns the crane of " + NAMED + "?",
                "Should <@u-uma> or @zebedeus.q keep the key?")) {
            cafe.replies(first, prompt("privacy", 1), text);
        }
        cafe.says(host, "/cafe note Ask Zebedeus (zq@telltale.example) about the quay");
        cafe.at("14:24");
        cafe.replies(first, cafe.table("privacy").message("A storm changes everything."), "Who calls Bram at night?");
        cafe.replies(cafe.traveller("trust", 1), prompt("trust", 1), "Who tells zq@telltale.example?");
        cafe.at("14:45");
        for (int i = 1; i <= 3; i++) {
            cafe.replies(cafe.traveller("quality", 2), prompt("quality", 2), "What is good enough for ship " + i + "?");
        }
        cafe.at("15:10");
        cafe.replies(cafe.traveller("fairness", 3), prompt("fairness", 3), "Who is left out, but Zebedeus?");
        cafe.replies(cafe.traveller("privacy", 3), prompt("privacy", 3), "Who reads the log of the crane?");
        cafe.at("15:31");
        List<Cast> voters = cafe.travellers("privacy", 3);
        // By the numbers of the ballot: the crane, and what is to be kept.
        cafe.says(voters.get(0), "/cafe vote 4 3");
        cafe.says(voters.get(1), "/cafe vote 4");
        cafe.says(cafe.traveller("fairness", 3), "/cafe vote 1");
    }

    private void looksBack() {
        cafe.at("15:48");
        cafe.saysAlone(Cast.CHRIS, "/cafe answer What Zebedeus said of the crane.");
        cafe.at("15:50");
        cafe.says(Cast.BRAM, "/cafe action Ask Zebedeus for the logs; team lead; 31-12");
        cafe.says(Cast.BRAM, "/cafe action Call zq@telltale.example");
        // Such an owner is not taken.
        cafe.says(Cast.BRAM, "/cafe action Mend the crane; Quuxenstein");
        cafe.says(Cast.BRAM, "/cafe action Mend the crane; quay master");
    }

    private void isReviewed() {
        cafe.at("16:04");
        cafe.says(ADA, "/cafe topics " + number("Who owns the crane") + " retention");
        cafe.says(ADA, "/cafe topics " + number("Can we keep it") + " none");
        cafe.says(ADA, "/cafe apart group " + number("Who may open this"));
        cafe.says(ADA, "/cafe together " + number("Who owns the crane") + " " + number("Who reads the log"));
        cafe.says(ADA, "/cafe together " + number("Who tells") + " " + number("Who is left out"));
        cafe.says(ADA, "/cafe undo 5");
        object("What is good enough for ship 1", "Zebedeus sails it.", "out");
        object("What is good enough for ship 2", "Ask Quuxenstein.", "keep");
        object("Who is left out", "zq@telltale.example objects.", "reword Who is left out, Quuxenstein?");
        // Nobody decides about this one, so it is left out.
        cafe.says(Cast.DINA, "/cafe object " + number("What is good enough for ship 3") + " Zebedeus knows.");
        cafe.after(DAY);
        cafe.after(DAY.multipliedBy(29));
        TestPlatform.Message note = cafe.management().messages().getLast();
        cafe.replies(UMA, note, "1 done, 2 stuck, says Zebedeus");
        cafe.says(ADA, "/cafe followup 3 going");
        cafe.says(ADA, "/cafe publish anew");
    }

    private void object(String question, String why, String verdict) {
        int number = number(question);
        cafe.says(Cast.CHRIS, "/cafe object " + number + " " + why);
        int objection = cafe.harvest().objections().size();
        cafe.says(ADA, "/cafe objections " + objection + " " + verdict);
    }

    private int number(String beginning) {
        return cafe.harvest().questions().stream()
                .filter(q -> q.text().startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private TestPlatform.Message prompt(String table, int round) {
        boolean dutch = session().setting().language() == Language.NL;
        return cafe.table(table).message((dutch ? "Ronde " : "Round ") + round + " ·");
    }

    CafeTester cafe() {
        return cafe;
    }

    Session session() {
        return cafe.session();
    }

    Digest digest() {
        return Digest.of(cafe.harvest(), java.time.LocalDate.EPOCH, new LuceneLinguist());
    }

    /** What management got in their chat: the digest, the note after a month, and the digest made anew. */
    List<Content> messages() {
        return cafe.management().messages().stream()
                .map(TestPlatform.Message::content)
                .toList();
    }

    Content newest() {
        return messages().getLast();
    }

    /** The files of the newest digest's message, as whoever opens them gets them. */
    List<Media.Medium> files() {
        return newest().parts().stream()
                .filter(Part.File.class::isInstance)
                .map(file ->
                        cafe.stores().shelf().find(((Part.File) file).medium()).orElseThrow())
                .map(file -> reports.isSketch(file) ? reports.drawn(file) : file)
                .toList();
    }

    String sessionFile() {
        return SessionFile.of(cafe.harvest(), new SessionFile.Delivered(Map.of(), 0, 0, 0, 0), new LuceneLinguist());
    }

    /** Words of a picture of which the message says what it shows. */
    String heatMapInWords() {
        return newest().parts().stream()
                .filter(Part.Picture.class::isInstance)
                .map(picture -> ((Part.Picture) picture).alternative())
                .findFirst()
                .orElseThrow();
    }
}
