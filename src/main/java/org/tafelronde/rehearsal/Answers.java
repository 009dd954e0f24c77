package org.tafelronde.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.domain.session.Session;
import org.tafelronde.webchat.WebChat;
import org.tafelronde.webchat.WebMessage;

/** What virtual people do when a prompt is there: ask, change their mind, choose, look back. What they do depends on the seed alone. */
final class Answers {
    /** Questions are numbered by table, so that two tables of a theme do not ask the same. */
    private static final int PER_TABLE = 12;

    /** To every prompt of the debrief people say something else than to the one before. */
    private static final int FURTHER_ON = 7;

    private final Session session;
    private final MessageRef root;
    private final Lines lines;
    private final Dice dice;
    private final Acts acts;
    private final IntFunction<Player> players;

    Answers(Session session, MessageRef root, Lines lines, Dice dice, Acts acts, IntFunction<Player> players) {
        this.session = session;
        this.root = root;
        this.lines = lines;
        this.dice = dice;
        this.acts = acts;
        this.players = players;
    }

    /** Everybody asks one to three questions; one is edited, one is taken back, one comes beside the thread. */
    void round(Prompt prompt, List<Integer> seated) {
        int round = prompt.round().getAsInt();
        String theme = prompt.theme().orElseThrow();
        int n = table(prompt) * PER_TABLE;
        for (int i = 0; i < seated.size(); i++) {
            int who = seated.get(i);
            String id = "p" + who + "/r" + round + "/" + theme;
            int many = 1 + dice.roll(seated.size() > 4 ? 2 : 3, id + "/many");
            for (int q = 0; q < many; q++) {
                ask(prompt, who, id + "/q" + q, lines.question(theme, round, n++), i == 0 && q == 0);
            }
            if (i == 1) {
                takesBack(prompt, who, id);
            }
            if (i == 2) {
                besideTheThread(prompt, who, id, lines.question(theme, round, n++));
            }
        }
    }

    private void ask(Prompt prompt, int who, String id, String question, boolean edits) {
        Player player = players.apply(who);
        acts.at(during(prompt, 0.08 + 0.6 * dice.share(id)), () -> {
            String message = player.ask(root.place(), root.id(), question, id);
            if (edits) {
                acts.at(around(prompt, 0.8, id), () -> player.edit(message, lines.edited(question), id + "/edit"));
            }
        });
    }

    private void takesBack(Prompt prompt, int who, String id) {
        Player player = players.apply(who);
        acts.at(around(prompt, 0.3, id), () -> {
            String message = player.ask(root.place(), root.id(), lines.withdrawn(), id + "/back");
            acts.at(around(prompt, 0.6, id), () -> player.takeBack(message, id + "/back/gone"));
        });
    }

    private void besideTheThread(Prompt prompt, int who, String id, String question) {
        String word = session.setting().language() == Language.NL ? "vraag: " : "question: ";
        acts.at(around(prompt, 0.5, id), () -> players.apply(who).say(root.place(), word + question, id + "/beside"));
    }

    /** Half of the table answers it. */
    void intervention(Prompt prompt, List<Integer> seated) {
        int round = prompt.round().getAsInt();
        String theme = prompt.theme()
                .orElseGet(() -> session.script().themes().getFirst().id());
        int first = table(prompt) * PER_TABLE;
        for (int i = 0; i < seated.size(); i += 2) {
            int who = seated.get(i);
            String id = "p" + who + "/i/" + prompt.name() + "/" + round;
            String question = lines.afterIntervention(theme, round, first + i);
            acts.at(
                    during(prompt, 0.1 + 0.7 * dice.share(id)),
                    () -> players.apply(who).ask(root.place(), root.id(), question, id));
        }
    }

    /** Which of its theme's tables this is, from 0. */
    private int table(Prompt prompt) {
        String id = prompt.table().orElseThrow();
        String number = id.substring(id.lastIndexOf('-') + 1);
        return number.matches("\\d{1,4}") ? Integer.parseInt(number) - 1 : 0;
    }

    /** Nobody does it at the same instant as the other tables. */
    private Instant around(Prompt prompt, double share, String id) {
        return during(prompt, share - 0.1 + 0.2 * dice.share(id + "/when"));
    }

    /** A moment in the rest of the round, in real time. */
    private Instant during(Prompt prompt, double share) {
        Duration length = session.script().round(prompt.round().getAsInt()).length();
        Instant end = session.endsAt(prompt.table().orElseThrow())
                .filter(e -> e.isAfter(prompt.dueAt()))
                .orElse(prompt.dueAt().plus(length));
        return between(prompt.dueAt(), end, share);
    }

    private Instant between(Instant from, Instant to, double share) {
        long millis = Math.round(Duration.between(from, to).toMillis() * share);
        return session.setting().tempo().real(from.plusMillis(millis));
    }

    /** Everybody opens the ballot and chooses three. */
    void ballot(Prompt prompt, List<Integer> voters, WebChat chat) {
        Instant end =
                session.stepEndsAt().filter(e -> e.isAfter(prompt.dueAt())).orElse(prompt.dueAt());
        for (int who : voters) {
            String id = "p" + who + "/vote/" + prompt.theme().orElseThrow();
            acts.at(between(prompt.dueAt(), end, 0.1 + 0.6 * dice.share(id)), () -> {
                Player player = players.apply(who);
                player.press(message(player, chat), "ballot", id + "/open")
                        .flatMap(a -> a.form())
                        .ifPresent(form -> player.send(root.place(), form, choice(form, id), id));
            });
        }
    }

    /** By the words of the questions, not by their numbers: numbers depend on who typed faster. */
    private Map<String, String> choice(Form form, String id) {
        Form.Field.Choices field = (Form.Field.Choices) form.fields().getFirst();
        String chosen = field.options().stream()
                .sorted(Comparator.comparingDouble(o -> dice.share(id + "/" + words(o.label()))))
                .limit(Limits.VOTES)
                .map(Form.Option::value)
                .collect(Collectors.joining(" "));
        return Map.of(field.name(), chosen);
    }

    private static String words(String label) {
        return label.replaceFirst("^\\d+\\.? ", "");
    }

    void debrief(Prompt prompt, List<Integer> people, WebChat chat) {
        Instant end =
                session.stepEndsAt().filter(e -> e.isAfter(prompt.dueAt())).orElse(prompt.dueAt());
        int prompts = Math.max(
                1,
                session.script().plan().stream()
                        .filter(org.tafelronde.domain.script.Step.Debrief.class::isInstance)
                        .mapToInt(s -> ((org.tafelronde.domain.script.Step.Debrief) s)
                                .prompts()
                                .size())
                        .max()
                        .orElse(1));
        for (int who : people) {
            String id = "p" + who + "/debrief/" + prompt.name();
            acts.at(between(prompt.dueAt(), end, (0.1 + 0.5 * dice.share(id)) / prompts), () -> {
                Player player = players.apply(who);
                player.press(message(player, chat), "debrief", id + "/open")
                        .flatMap(a -> a.form())
                        .ifPresent(form -> player.send(
                                root.place(),
                                form,
                                Map.of(
                                        form.fields().getFirst().name(),
                                        lines.answer(who + FURTHER_ON * Integer.parseInt(prompt.name()))),
                                id));
            });
        }
    }

    private WebMessage message(Player player, WebChat chat) {
        return chat.thread(player.person(), root.place().id(), root.id()).getFirst();
    }
}
