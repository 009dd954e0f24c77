package org.tafelronde.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Question;

/** Questions that say nearly the same (F46): a look at the groups, taking them apart, putting questions together by hand. */
final class GroupCommands {
    private static final int PAGE = 8;
    private static final Set<String> WHOLE = Set.of("group", "groep");

    private final Hearing h;
    private final Turn t;
    private final Overrulings overrulings;

    GroupCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
        this.overrulings = new Overrulings(h, t);
    }

    /** {@code groups}, and {@code groups 2} for what does not fit on the first page. */
    Answer groups(CommandLine line) {
        return overrulings.run(() -> {
            List<List<Question>> all = alike();
            if (all.isEmpty()) {
                return h.whisper("groups.none");
            }
            Page<List<Question>> page = Page.of(all, line.number(), PAGE);
            List<Part> parts = new ArrayList<>();
            parts.add(new Part.Heading(h.voice().say("groups.heading", all.size())));
            parts.add(new Part.Note(h.voice().say("groups.how")));
            List<Button> buttons = new ArrayList<>();
            for (List<Question> group : page.items()) {
                // A paragraph between two lists: it says where the next group begins.
                parts.add(new Part.Paragraph(h.voice().say("groups.group", numbers(group))));
                parts.add(new Part.Numbered(group.stream()
                        .map(q -> new Part.Numbered.Item(q.number(), q.text()))
                        .toList()));
                buttons.add(
                        press("groups.apart", "apart group " + group.getFirst().number(), numbers(group)));
            }
            page.next().ifPresent(n -> buttons.add(press("groups.more", "groups " + n)));
            return Answer.whisper(new Content(parts, buttons));
        });
    }

    /** {@code apart 7 9}: each stands alone; {@code apart group 7}: so does everything that is together with it. */
    Answer apart(CommandLine line) {
        return overrulings.run(() -> {
            boolean whole = line.word(0).filter(WHOLE::contains).isPresent();
            Optional<List<Integer>> typed =
                    whole ? CommandLine.parse("apart " + line.afterFirst()).numbers() : line.numbers();
            if (typed.isEmpty()) {
                return h.whisper("apart.usage");
            }
            List<List<Question>> was = new ArrayList<>();
            List<Question> apart = new ArrayList<>();
            List<List<Question>> all = alike();
            for (int number : Set.copyOf(typed.get()).stream().sorted().toList()) {
                if (standing(number).isEmpty()) {
                    return h.whisper("question.none", number);
                }
                Optional<List<Question>> group = groupOf(number, all);
                if (group.isEmpty()) {
                    return h.whisper("apart.alone", number);
                }
                if (!was.contains(group.get())) {
                    was.add(group.get());
                }
                group.get().stream().filter(q -> whole || q.number() == number).forEach(apart::add);
            }
            return overrulings.keep(
                    new Overruling.Ruling.Apart(
                            ids(apart), was.stream().map(GroupCommands::ids).toList()),
                    h.voice().say("apart.done", numbers(apart)));
        });
    }

    /** {@code together 7 9}. */
    Answer together(CommandLine line) {
        return overrulings.run(() -> {
            List<Integer> typed =
                    line.numbers().orElse(List.of()).stream().distinct().toList();
            if (typed.size() < 2) {
                return h.whisper("together.usage");
            }
            List<Question> joined = new ArrayList<>();
            Set<List<Question>> was = new LinkedHashSet<>();
            List<List<Question>> all = alike();
            int groups = 0;
            for (int number : typed) {
                Optional<Question> question = standing(number);
                if (question.isEmpty()) {
                    return h.whisper("question.none", number);
                }
                joined.add(question.get());
                Optional<List<Question>> group = groupOf(number, all);
                groups += group.isEmpty() || was.add(group.get()) ? 1 : 0;
            }
            if (groups < 2) {
                return h.whisper("together.already", numbers(joined));
            }
            return overrulings.keep(
                    new Overruling.Ruling.Together(
                            ids(joined), was.stream().map(GroupCommands::ids).toList()),
                    h.voice().say("together.done", numbers(joined)));
        });
    }

    private List<List<Question>> alike() {
        return t.stores().harvests().of(t.session()).alike(t.stores().linguist());
    }

    private Optional<Question> standing(int number) {
        return t.stores()
                .harvests()
                .question(t.session().setting().id(), number)
                .filter(Question::stands);
    }

    private static Optional<List<Question>> groupOf(int number, List<List<Question>> all) {
        return all.stream()
                .filter(group -> group.stream().anyMatch(q -> q.number() == number))
                .findFirst();
    }

    private static List<String> ids(List<Question> questions) {
        return questions.stream().map(Question::id).toList();
    }

    private String numbers(List<Question> questions) {
        return h.voice()
                .list(questions.stream().map(q -> String.valueOf(q.number())).toList());
    }

    private Button press(String key, String command, Object... with) {
        return Button.plain(h.voice().say(key, with), Action.of(t.session(), command));
    }
}
