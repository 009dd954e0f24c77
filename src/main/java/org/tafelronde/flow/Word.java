package org.tafelronde.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tafelronde.domain.script.Language;

/**
 * All commands: what people type after {@code /cafe}, in both languages. Each has a line of help ({@code help.NAME}) and a usage
 * ({@code usage.NAME}) among the bot's words, unless only buttons say it.
 */
enum Word {
    HELP("help", "help", Who.EVERYBODY),
    JOIN("join", "meedoen", Who.EVERYBODY),
    LEAVE("leave", "weg", Who.EVERYBODY),
    WHERE("where", "waar", Who.EVERYBODY),
    ASK("ask", "vraag", Who.EVERYBODY),
    MINE("mine", "mijn", Who.EVERYBODY),
    EDIT("edit", "wijzig", Who.EVERYBODY),
    WITHDRAW("withdraw", "intrekken", Who.EVERYBODY),
    VOTE("vote", "stem", Who.EVERYBODY),
    ANSWER("answer", "antwoord", Who.EVERYBODY),
    ACTION("action", "actie", Who.EVERYBODY),
    OBJECT("object", "bezwaar", Who.EVERYBODY),
    ETIQUETTE("etiquette", "etiquette", Who.EVERYBODY),
    CASE("case", "casus", Who.EVERYBODY),
    LANGUAGE("language", "taal", Who.EVERYBODY),
    SOS("sos", "nood", Who.EVERYBODY),
    FORGET("forget", "vergeet", Who.EVERYBODY),

    NOTE("note", "notitie", Who.HOST),
    HANDOVER("handover", "overdracht", Who.HOST),
    STEPDOWN("stepdown", "stop", Who.HOST),

    NEW("new", "nieuw", Who.FACILITATOR),
    INVITE("invite", "uitnodigen", Who.FACILITATOR),
    CHECK("check", "controle", Who.FACILITATOR),
    START("start", "start", Who.FACILITATOR),
    PAUSE("pause", "pauze", Who.FACILITATOR),
    RESUME("resume", "verder", Who.FACILITATOR),
    EXTEND("extend", "verleng", Who.FACILITATOR),
    SKIP("skip", "volgende", Who.FACILITATOR),
    INTERVENE("intervene", "interventie", Who.FACILITATOR),
    TABLES("tables", "tafels", Who.FACILITATOR),
    MOVE("move", "verplaats", Who.FACILITATOR),
    HOST("host", "voorzitter", Who.FACILITATOR),
    REOPEN("reopen", "heropen", Who.FACILITATOR),
    BROADCAST("broadcast", "omroep", Who.FACILITATOR),
    STATUS("status", "status", Who.FACILITATOR),
    PLAN("plan", "plan", Who.FACILITATOR),
    DEPUTY("deputy", "plaatsvervanger", Who.FACILITATOR),
    TAKEOVER("takeover", "overnemen", Who.FACILITATOR),
    GROUPS("groups", "groepen", Who.FACILITATOR),
    APART("apart", "los", Who.FACILITATOR),
    TOGETHER("together", "samen", Who.FACILITATOR),
    TOPICS("topics", "onderwerpen", Who.FACILITATOR),
    UNDO("undo", "terug", Who.FACILITATOR),
    REVIEW("review", "inzage", Who.FACILITATOR),
    OBJECTIONS("objections", "bezwaren", Who.FACILITATOR),
    FOLLOWUP("followup", "opvolging", Who.FACILITATOR),
    DIGEST("digest", "verslag", Who.FACILITATOR),
    PUBLISH("publish", "publiceer", Who.FACILITATOR),
    CLOSE("close", "sluit", Who.FACILITATOR),
    ARCHIVE("archive", "archiveer", Who.FACILITATOR),
    DELETE("delete", "verwijder", Who.FACILITATOR),

    /** A theme's ballot opens as a form. */
    BALLOT("ballot", "ballot", Who.BUTTON),
    /** A handover card comes in. */
    CARD("card", "card", Who.BUTTON),
    /** A newcomer has read the handover card. */
    READ("read", "read", Who.BUTTON),
    /** A prompt of the debrief opens as a form. */
    DEBRIEF("debrief", "debrief", Who.BUTTON),
    /** What was written in a prompt's own box comes in. */
    UNDER("under", "under", Who.BUTTON),
    /** What could not be said is tried again. */
    RESEND("resend", "resend", Who.BUTTON);

    /** Whose command it is. */
    enum Who {
        EVERYBODY,
        HOST,
        FACILITATOR,
        BUTTON
    }

    private final String english;
    private final String dutch;
    private final Who who;

    Word(String english, String dutch, Who who) {
        this.english = english;
        this.dutch = dutch;
        this.who = who;
    }

    String in(Language language) {
        return language == Language.NL ? dutch : english;
    }

    Who who() {
        return who;
    }

    /** The key of this word's line of help and usage. */
    String key() {
        return english;
    }

    /** Either language's word, in any case. */
    static Optional<Word> of(String typed) {
        String asked = typed.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(w -> w.english.equals(asked) || w.dutch.equals(asked))
                .findFirst();
    }

    static List<Word> of(Who who) {
        return Arrays.stream(values()).filter(w -> w.who == who).toList();
    }

    /** What somebody may have meant: the nearest words first, at most three. */
    static List<String> like(String typed, Language language) {
        String asked = typed.toLowerCase(Locale.ROOT);
        record Near(String word, int far) {}
        return Arrays.stream(values())
                .filter(w -> w.who != Who.BUTTON)
                .map(w -> new Near(w.in(language), Math.min(distance(asked, w.english), distance(asked, w.dutch))))
                .filter(n -> n.far <= Math.max(1, asked.length() / 3))
                .sorted(Comparator.comparingInt(Near::far))
                .map(Near::word)
                .limit(3)
                .toList();
    }

    /** How many letters must be put in, left out or changed (Levenshtein's distance). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
