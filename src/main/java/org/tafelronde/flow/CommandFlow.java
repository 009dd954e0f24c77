package org.tafelronde.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Shortened;

/** Finds what a command asks for, and who answers it. Every word of {@link Word} is here, and nothing else. */
final class CommandFlow {
    /** So much of a word that nobody knows is told back. */
    private static final int SHOWN = 30;

    private final OpenCommands open;

    CommandFlow(Stores stores, Settings settings) {
        this.open = new OpenCommands(stores, settings);
    }

    /**
     * @param values what was filled in, when it comes from a form
     */
    Answer hear(Hearing h, CommandLine line, Map<String, String> values) {
        if (line.first().isEmpty()) {
            return new Help(h).all();
        }
        Optional<Word> word = Word.of(line.first());
        if (word.isEmpty()) {
            List<String> like = Word.like(line.first(), h.language());
            String shown = Shortened.withDots(SHOWN, Cleaning.words(line.first()));
            return like.isEmpty()
                    ? h.whisper("unknown", shown)
                    : h.whisper("unknown.like", shown, h.voice().list(like));
        }
        if (word.get() == Word.HELP) {
            return new Help(h).all();
        }
        if (word.get() == Word.NEW) {
            return open.open(h, line, values);
        }
        if (h.turn().isEmpty()) {
            return h.whisper("no.session");
        }
        return run(word.get(), h, h.turn().get(), line, values);
    }

    private Answer run(Word word, Hearing h, Turn t, CommandLine line, Map<String, String> values) {
        PeopleCommands people = new PeopleCommands(h, t);
        QuestionCommands questions = new QuestionCommands(h, t);
        VoteCommands votes = new VoteCommands(h, t);
        HostCommands hosts = new HostCommands(h, t);
        CourseCommands course = new CourseCommands(h, t);
        TableCommands tables = new TableCommands(h, t);
        LookCommands look = new LookCommands(h, t);
        EndCommands end = new EndCommands(h, t);
        return switch (word) {
            case HELP, NEW -> throw new IllegalStateException(word + " needs no session");
            case JOIN -> people.join(line);
            case LEAVE -> people.leave();
            case WHERE -> people.where();
            case LANGUAGE -> people.language(line);
            case SOS -> people.sos(line);
            case FORGET -> people.forget(line);
            case ETIQUETTE -> look.etiquette();
            case CASE -> look.theCase();
            case ASK -> questions.ask(line.rest(), values);
            case MINE -> questions.mine();
            case EDIT -> questions.edit(line);
            case WITHDRAW -> questions.withdraw(line);
            case VOTE -> votes.vote(line);
            case BALLOT -> votes.ballot(line, values);
            case ANSWER -> votes.answer(line.rest());
            case UNDER -> new PromptBox(h, t).hear(line, values);
            case ACTION -> new ActionCommands(h, t).action(line, values);
            case DEBRIEF -> votes.debrief(line, values);
            case NOTE -> hosts.note(line.rest());
            case HANDOVER -> hosts.handover(line);
            case CARD -> hosts.card(line, values);
            case READ -> hosts.read(line);
            case STEPDOWN -> hosts.stepDown();
            case START -> course.start();
            case PAUSE -> course.pause();
            case RESUME -> course.resume(line.withSigns());
            case EXTEND -> course.extend(line.withSigns());
            case SKIP -> course.skip(line.withSigns());
            case INTERVENE -> course.intervene(line.withSigns(), values);
            case TABLES -> new TableOffers(h, t).tables(line);
            case INVITE -> tables.invite(line);
            case MOVE -> tables.move(line);
            case HOST -> tables.host(line);
            case REOPEN -> tables.reopen(line.withSigns());
            case BROADCAST -> tables.broadcast(line.rest());
            case DEPUTY -> tables.deputy(line.rest());
            case TAKEOVER -> tables.takeOver();
            case CHECK -> look.check();
            case STATUS -> look.status();
            case PLAN -> look.plan();
            case RESEND -> look.resend();
            case GROUPS -> new GroupCommands(h, t).groups(line);
            case APART -> new GroupCommands(h, t).apart(line);
            case TOGETHER -> new GroupCommands(h, t).together(line);
            case TOPICS -> new TopicCommands(h, t).topics(line);
            case UNDO -> new Overrulings(h, t).undo(line);
            case REVIEW -> new ReviewCommands(h, t).review(line);
            case OBJECT -> new ReviewCommands(h, t).object(line, values);
            case OBJECTIONS -> new ReviewCommands(h, t).objections(line, values);
            case FOLLOWUP -> new FollowUpCommands(h, t).followUp(line, values);
            case DIGEST -> end.digest();
            case PUBLISH -> end.publish(line);
            case CLOSE -> end.close(line.withSigns());
            case ARCHIVE -> end.archive();
            case DELETE -> end.delete(line.withSigns());
        };
    }
}
