package org.tafelronde.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Person;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.flow.Stores;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.webchat.Change;
import org.tafelronde.webchat.WebChat;
import org.tafelronde.webchat.WebMessage;
import org.tafelronde.webchat.WebPlace;

/** Virtual people read the bot's messages, and plan to do what each asks of them. */
final class Reading {
    private static final int LOOKS = 100;
    private static final String OBJECT = "object";
    /** On the café's clock. */
    private static final Duration READING = Duration.ofMinutes(2);

    private final WebChat chat;
    private final Stores stores;
    private final String session;
    private final Company company;
    private final Acts acts;
    private final Lines lines;
    private final Dice dice;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Reading(WebChat chat, Stores stores, Session session, Company company, Acts acts, Lines lines) {
        this.chat = chat;
        this.stores = stores;
        this.session = session.setting().id();
        this.company = company;
        this.acts = acts;
        this.lines = lines;
        this.dice = new Dice(session.setting().seed());
    }

    /** Messages that were there before the program was away: what they ask is done again, with the same keys. */
    void catchUp() {
        stores.deliveries().ofSession(session).stream()
                .filter(d -> d.prompt().isPresent() && d.state() == Delivery.State.SENT)
                .forEach(this::prompted);
        session().roster().present().forEach(this::catchUp);
    }

    private void catchUp(Participant participant) {
        Person person = Person.ofKey(participant.id());
        chat.places(person).stream()
                .filter(x -> x.kind() == WebPlace.Kind.DIRECT)
                .flatMap(x -> chat.messages(person, x.place().id(), 0).stream())
                .forEach(m -> acts.now(() -> direct(m)));
    }

    void see(Change change) {
        if (!(change instanceof Change.Message m)
                || !m.message().author().bot()
                || m.message().content().buttons().isEmpty()
                        && !m.message().thread().isEmpty()
                || !seen.add(m.message().id())) {
            return;
        }
        WebMessage message = m.message();
        Optional<String> key = stores.addresses().key(message.ref().place());
        if (key.filter(k -> k.startsWith(session + "/")).isPresent()) {
            acts.now(() -> inPlace(message, 0));
        } else if (key.isEmpty()) {
            acts.now(() -> direct(message));
        }
    }

    /** The message is there a moment before it is written down that it is. */
    private void inPlace(WebMessage message, int looks) {
        Optional<Delivery> delivery = stores.deliveries().that(message.ref());
        if (delivery.isPresent()) {
            prompted(delivery.get());
        } else if (looks < LOOKS) {
            acts.soon(() -> inPlace(message, looks + 1));
        }
    }

    private void prompted(Delivery delivery) {
        if (delivery.prompt().isEmpty()) {
            return;
        }
        Prompt prompt = stores.harvests().prompt(delivery.prompt().get()).orElseThrow();
        Session s = session();
        Answers answers = new Answers(s, delivery.ref().orElseThrow(), lines, dice, acts, company::player);
        switch (prompt.kind()) {
            case ROUND -> round(s, prompt, answers);
            case INTERVENTION -> answers.intervention(prompt, seated(s, prompt));
            case BALLOT -> answers.ballot(prompt, lastAt(s, delivery.lane()), chat);
            case DEBRIEF -> answers.debrief(prompt, present(s), chat);
            case FEEDBACK -> {}
        }
    }

    private void round(Session s, Prompt prompt, Answers answers) {
        int round = prompt.round().getAsInt();
        answers.round(prompt, seated(s, prompt));
        Duration length = s.script().round(round).length();
        boolean once = seen.add("round/" + round);
        if (once && round == 1 && company.latecomer() >= 0) {
            commands(
                    company.latecomer(),
                    "join",
                    s,
                    prompt.dueAt().plus(length.multipliedBy(2).dividedBy(5)));
        }
        if (once && round == company.leavesIn(s.script().rounds().size()) && company.leaver() >= 0) {
            commands(company.leaver(), "leave", s, prompt.dueAt().plus(length.dividedBy(2)));
        }
    }

    private void commands(int number, String command, Session s, Instant cafe) {
        acts.at(s.setting().tempo().real(cafe), () -> {
            Player player = company.player(number);
            WebPlace plenary = plenary(player.person()).orElseThrow();
            player.say(plenary.place(), "/cafe " + command, command + "/" + number);
        });
    }

    Optional<WebPlace> plenary(Person person) {
        return chat.places(person).stream()
                .filter(p -> p.kind() == WebPlace.Kind.PLENARY)
                .filter(p -> stores.addresses()
                        .key(p.place())
                        .filter(k -> k.startsWith(session + "/"))
                        .isPresent())
                .findFirst();
    }

    /** Who sits at the prompt's table and asks: not the one who comes late to the first round, or has left or is about to. */
    private List<Integer> seated(Session s, Prompt prompt) {
        int round = prompt.round().getAsInt();
        return s.floor().orElseThrow().round(round).tables().stream()
                .filter(t -> t.table().equals(prompt.table().orElseThrow()))
                .flatMap(t -> company.among(t.members()).stream())
                .filter(n -> !(round == 1 && company.late(n))
                        && !(round >= company.leavesIn(s.script().rounds().size()) && company.leaves(n)))
                .toList();
    }

    /** Who sat there in the last round chooses there. */
    private List<Integer> lastAt(Session s, String placeKey) {
        return s.floor().orElseThrow().round(s.script().rounds().size()).tables().stream()
                .filter(t -> placeKey.endsWith("/" + t.table()))
                .flatMap(t -> company.among(t.members()).stream())
                .filter(n -> !company.leaves(n))
                .toList();
    }

    private List<Integer> present(Session s) {
        return company.among(s.roster().present().stream().map(Participant::id).toList());
    }

    private void direct(WebMessage message) {
        if (Player.action(message.content(), OBJECT).isPresent()) {
            objects(message);
        } else {
            handsOver(message);
        }
    }

    /**
     * Two of them do not want management to read a question that they are shown: the first of these, and the last. When it was said to all
     * of them that they may, they take some minutes to read.
     */
    private void objects(WebMessage message) {
        List<String> commands = Player.commands(message.content()).stream()
                .filter(command -> command.startsWith(OBJECT + " "))
                .toList();
        int number = chat.members(message.ref().place()).stream()
                .flatMap(m -> company.number(m.person()).stream())
                .findFirst()
                .orElse(0);
        if (number != 1 && number != 2) {
            return;
        }
        String command = number == 1 ? commands.getFirst() : commands.getLast();
        String key = command.replace(' ', '-') + "/" + number;
        Session s = session();
        Instant read = s.stage() instanceof Stage.Closed closed
                ? s.setting().tempo().real(closed.at().plus(READING.multipliedBy(number)))
                : stores.clock().instant();
        acts.at(
                read,
                () -> company.player(number)
                        .press(message, command, key)
                        .flatMap(Answer::form)
                        .ifPresent(form -> company.player(number)
                                .send(
                                        message.ref().place(),
                                        form,
                                        Map.of(form.fields().getFirst().name(), lines.objection(number)),
                                        key + "/why")));
    }

    /** A host fills in the handover card. */
    private void handsOver(WebMessage message) {
        Optional<String> action = Player.action(message.content(), "handover");
        // "SESSION handover ROUND TABLE"; without a round it only leads to the card.
        String asked = action.map(a -> a.substring(a.indexOf(' ') + 1)).orElse("");
        if (asked.split(" ").length < 2) {
            return;
        }
        chat.members(message.ref().place()).stream()
                .flatMap(m -> company.number(m.person()).stream())
                .findFirst()
                .ifPresent(number -> fillsIn(number, message, "card/" + number + "/" + asked.replace(' ', '-')));
    }

    private void fillsIn(int number, WebMessage message, String key) {
        Player player = company.player(number);
        player.press(message, "handover", key + "/open")
                .flatMap(answer -> answer.form())
                .ifPresent(form -> {
                    Map<String, String> values = new HashMap<>();
                    form.fields().forEach(f -> values.put(f.name(), initial(f)));
                    values.merge(
                            "essences", lines.essence(number), (old, more) -> old.isBlank() ? more : old + "\n" + more);
                    player.send(message.ref().place(), form, values, key + "/send");
                });
    }

    private static String initial(Form.Field field) {
        return field instanceof Form.Field.Words words ? words.initial() : "";
    }

    private Session session() {
        return stores.sessions().find(session).orElseThrow();
    }
}
