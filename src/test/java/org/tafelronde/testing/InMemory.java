package org.tafelronde.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Media;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.Preflight;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.HandoverCard;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.harvest.Vote;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.domain.session.Tag;
import org.tafelronde.flow.Desks;
import org.tafelronde.flow.Digests;
import org.tafelronde.flow.Harvests;
import org.tafelronde.flow.Lists;
import org.tafelronde.flow.Memory;
import org.tafelronde.flow.Scripts;
import org.tafelronde.flow.Sessions;
import org.tafelronde.flow.Shelf;
import org.tafelronde.flow.Stores;
import org.tafelronde.flow.Timers;
import org.tafelronde.language.LuceneLinguist;
import org.tafelronde.outbox.Addresses;
import org.tafelronde.outbox.Deliveries;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.outbox.Progress;
import org.tafelronde.time.Ids;

/** All stores, in memory. What is kept outlives the process that a story kills. */
public final class InMemory {
    /** It knows nothing of a café, and learns from each card once. */
    private static final LuceneLinguist LINGUIST = new LuceneLinguist();

    private final Kept kept = new Kept();
    private final Map<String, Scripts.Found> scripts = new LinkedHashMap<>();

    private final List<Preflight> preflights = new ArrayList<>();
    private Desks desks = Desks.NOWHERE;
    private Digests digests = new PlainDigests();

    public InMemory with(Desks other) {
        desks = other;
        return this;
    }

    public InMemory with(Digests other) {
        digests = other;
        return this;
    }

    public InMemory with(Preflight preflight) {
        preflights.add(preflight);
        return this;
    }

    public InMemory with(Script script) {
        scripts.put(script.name(), new Scripts.Found.Good(script));
        return this;
    }

    public InMemory with(String name, Scripts.Found found) {
        scripts.put(name, found);
        return this;
    }

    public Stores stores(Ids ids, InstantSource clock) {
        return new Stores(
                new MemorySessions(),
                new MemoryTimers(),
                new MemoryHarvests(),
                new MemoryMemory(),
                new MemoryScripts(),
                new MemoryShelf(),
                new MemoryDeliveries(),
                new MemoryAddresses(),
                kept,
                digests,
                new PlainLists(),
                ids,
                clock,
                () -> List.copyOf(preflights),
                desks,
                LINGUIST);
    }

    private Kept.Tables now() {
        return kept.now();
    }

    private final class MemorySessions implements Sessions {
        @Override
        public void add(Session session) {
            if (now().sessions.putIfAbsent(session.setting().id(), session) != null) {
                throw new IllegalStateException(
                        "there is a session " + session.setting().id() + " already");
            }
        }

        @Override
        public Optional<Session> find(String id) {
            return Optional.ofNullable(now().sessions.get(id));
        }

        @Override
        public void save(Session session) {
            String id = session.setting().id();
            Session stored = now().sessions.get(id);
            if (stored == null || stored.version() != session.version()) {
                throw new Stale(id, session.version());
            }
            now().sessions.put(id, session.saved(session.version() + 1));
        }

        @Override
        public List<Session> involving(String person) {
            return all().stream()
                    .filter(s -> s.isRunBy(person) || s.roster().find(person).isPresent())
                    .toList();
        }

        @Override
        public List<Session> open() {
            return all().stream()
                    .filter(s -> !(s.stage() instanceof Stage.Closed))
                    .toList();
        }

        @Override
        public List<Session> all() {
            return new ArrayList<>(now().sessions.values()).reversed();
        }

        @Override
        public void delete(String id) {
            Kept.Tables t = now();
            t.sessions.remove(id);
            t.timers.remove(id);
            t.prompts.values().removeIf(p -> p.session().equals(id));
            t.questions.values().removeIf(q -> q.session().equals(id));
            t.votes.removeIf(v -> v.session().equals(id));
            t.answers.removeIf(a -> a.session().equals(id));
            t.actions.removeIf(a -> a.session().equals(id));
            t.objections.removeIf(o -> o.session().equals(id));
            t.overrulings.removeIf(o -> o.session().equals(id));
            t.cards.values().removeIf(c -> c.session().equals(id));
            t.media.keySet().removeIf(m -> m.startsWith(id + "/"));
            t.deliveries.values().removeIf(d -> d.session().equals(id));
            t.places.keySet().removeIf(k -> k.substring(k.indexOf('|') + 1).startsWith(id + "/"));
        }
    }

    private final class MemoryTimers implements Timers {
        @Override
        public void set(String session, Optional<Instant> due) {
            due.ifPresentOrElse(
                    at -> now().timers.put(session, at), () -> now().timers.remove(session));
        }

        @Override
        public List<String> due(Instant at, int most) {
            return now().timers.entrySet().stream()
                    .filter(e -> !e.getValue().isAfter(at))
                    .sorted(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .limit(most)
                    .toList();
        }

        @Override
        public Optional<Instant> next() {
            return now().timers.values().stream().min(Comparator.naturalOrder());
        }
    }

    private final class MemoryHarvests implements Harvests {
        @Override
        public void add(Prompt prompt) {
            now().prompts.put(prompt.id(), prompt);
        }

        @Override
        public Optional<Prompt> prompt(String id) {
            return Optional.ofNullable(now().prompts.get(id));
        }

        @Override
        public List<Prompt> prompts(String session) {
            return of(now().prompts.values(), p -> p.session().equals(session)).stream()
                    .sorted(Comparator.comparing(Prompt::dueAt).thenComparing(Prompt::id))
                    .toList();
        }

        @Override
        public Question add(Question q) {
            return kept.inOne(() -> numbered(q));
        }

        private Question numbered(Question q) {
            int number = 1 + questions(q.session()).size();
            Question numbered = new Question(
                    q.id(),
                    q.session(),
                    number,
                    q.text(),
                    q.by(),
                    q.theme(),
                    q.round(),
                    q.table(),
                    q.prompt(),
                    q.askedAt(),
                    q.withdrawnAt(),
                    q.source());
            now().questions.put(numbered.id(), numbered);
            return numbered;
        }

        @Override
        public void update(Question question) {
            now().questions.put(question.id(), question);
        }

        @Override
        public Optional<Question> question(String session, int number) {
            return questions(session).stream().filter(q -> q.number() == number).findFirst();
        }

        @Override
        public Optional<Question> fromSource(String source) {
            return now().questions.values().stream()
                    .filter(q -> q.source().equals(Optional.of(source)))
                    .findFirst();
        }

        @Override
        public List<Question> questions(String session) {
            return of(now().questions.values(), q -> q.session().equals(session));
        }

        @Override
        public List<Question> questions(String session, int round, String table) {
            return of(
                    questions(session),
                    q -> q.round().equals(OptionalInt.of(round)) && q.table().equals(Optional.of(table)));
        }

        @Override
        public List<Question> standing(String session, String theme) {
            return of(questions(session), q -> q.stands() && q.theme().equals(Optional.of(theme)));
        }

        @Override
        public void vote(String session, String theme, String voter, Set<String> questions) {
            now().votes
                    .removeIf(c -> c.session().equals(session)
                            && c.vote().theme().equals(theme)
                            && c.vote().voter().equals(voter));
            questions.forEach(q -> now().votes.add(new Kept.Cast(session, new Vote(theme, voter, q))));
        }

        @Override
        public void add(DebriefAnswer answer) {
            now().answers.add(answer);
        }

        @Override
        public List<DebriefAnswer> answers(String session) {
            return of(now().answers, a -> a.session().equals(session));
        }

        @Override
        public void save(HandoverCard card) {
            now().cards.put(List.of(card.session(), card.round(), card.table()), card);
        }

        @Override
        public ActionPoint add(ActionPoint action) {
            ActionPoint kept = action.numbered(actions(action.session()).stream()
                            .mapToInt(ActionPoint::number)
                            .max()
                            .orElse(0)
                    + 1);
            now().actions.add(kept);
            return kept;
        }

        @Override
        public List<ActionPoint> actions(String session) {
            return of(now().actions, a -> a.session().equals(session));
        }

        @Override
        public void update(ActionPoint action) {
            now().actions
                    .replaceAll(
                            a -> a.session().equals(action.session()) && a.number() == action.number() ? action : a);
        }

        @Override
        public void removeAction(String session, int number) {
            now().actions.removeIf(a -> a.session().equals(session) && a.number() == number);
        }

        @Override
        public Objection add(Objection objection) {
            int next = objections(objection.session()).size() + 1;
            now().objections.add(objection.numbered(next));
            return objection.numbered(next);
        }

        @Override
        public void update(Objection objection) {
            now().objections
                    .replaceAll(o -> o.session().equals(objection.session()) && o.number() == objection.number()
                            ? objection
                            : o);
        }

        @Override
        public List<Objection> objections(String session) {
            return of(now().objections, o -> o.session().equals(session));
        }

        @Override
        public Overruling add(Overruling overruling) {
            int next = overrulings(overruling.session()).size() + 1;
            now().overrulings.add(overruling.numbered(next));
            return overruling.numbered(next);
        }

        @Override
        public void update(Overruling overruling) {
            now().overrulings
                    .replaceAll(o -> o.session().equals(overruling.session()) && o.number() == overruling.number()
                            ? overruling
                            : o);
        }

        @Override
        public List<Overruling> overrulings(String session) {
            return of(now().overrulings, o -> o.session().equals(session));
        }

        @Override
        public Optional<HandoverCard> card(String session, int round, String table) {
            return Optional.ofNullable(now().cards.get(List.<Object>of(session, round, table)));
        }

        @Override
        public Harvest of(Session session) {
            String id = session.setting().id();
            List<Vote> votes = of(now().votes, c -> c.session().equals(id)).stream()
                    .map(Kept.Cast::vote)
                    .toList();
            return new Harvest(
                    session,
                    prompts(id),
                    questions(id),
                    votes,
                    answers(id),
                    of(now().cards.values(), c -> c.session().equals(id)),
                    actions(id),
                    overrulings(id),
                    objections(id));
        }

        @Override
        public void forget(String session, String person) {
            String nobody = "forgotten";
            now().questions
                    .replaceAll((id, q) -> q.session().equals(session) && q.by().equals(person) ? by(q, nobody) : q);
            now().answers
                    .replaceAll(a -> a.session().equals(session) && a.by().equals(person)
                            ? new DebriefAnswer(a.id(), a.session(), a.prompt(), nobody, a.text(), a.at())
                            : a);
            now().actions.replaceAll(a -> a.session().equals(session) && a.by().equals(person) ? a.by(nobody) : a);
            now().objections.replaceAll(o -> o.session().equals(session) && o.by().equals(person) ? o.by(nobody) : o);
            // Two people who are forgotten are still two.
            String voter = nobody + "-" + UUID.randomUUID();
            now().votes
                    .replaceAll(c -> c.session().equals(session)
                                    && c.vote().voter().equals(person)
                            ? new Kept.Cast(
                                    session,
                                    new Vote(c.vote().theme(), voter, c.vote().question()))
                            : c);
        }

        private static Question by(Question q, String who) {
            return new Question(
                    q.id(),
                    q.session(),
                    q.number(),
                    q.text(),
                    who,
                    q.theme(),
                    q.round(),
                    q.table(),
                    q.prompt(),
                    q.askedAt(),
                    q.withdrawnAt(),
                    Optional.empty());
        }

        private static <T> List<T> of(Collection<T> all, Predicate<T> which) {
            return all.stream().filter(which).toList();
        }
    }

    private final class MemoryMemory implements Memory {
        @Override
        public Optional<Answer> answered(String key) {
            return Optional.ofNullable(now().answered.get(key)).map(Kept.Answered::answer);
        }

        @Override
        public void remember(String key, Answer answer, Instant at) {
            if (now().answered.putIfAbsent(key, new Kept.Answered(answer, at)) != null) {
                throw new Sessions.Stale(key, 0);
            }
        }

        @Override
        public void keepEarly(Incoming.Reply reply, Instant at) {
            if (now().early.stream().noneMatch(e -> e.reply().key().equals(reply.key()))) {
                now().early.add(new Kept.Early(reply, at));
            }
        }

        @Override
        public boolean hasEarly() {
            return !now().early.isEmpty();
        }

        @Override
        public List<Incoming.Reply> takeEarly(MessageRef root) {
            return take(e -> e.reply().root().equals(root));
        }

        @Override
        public List<Incoming.Reply> takeKnown() {
            return take(e -> now().deliveries.values().stream()
                    .anyMatch(d -> d.ref().equals(Optional.of(e.reply().root()))));
        }

        private List<Incoming.Reply> take(Predicate<Kept.Early> which) {
            List<Kept.Early> taken = now().early.stream().filter(which).toList();
            now().early.removeAll(taken);
            return taken.stream().map(Kept.Early::reply).toList();
        }

        @Override
        public void forgetBefore(Instant at) {
            now().answered.values().removeIf(a -> a.at().isBefore(at));
            now().early.removeIf(e -> e.at().isBefore(at));
        }
    }

    private final class MemoryScripts implements Scripts {
        @Override
        public Found find(String name) {
            return Optional.ofNullable(scripts.get(name))
                    .orElseGet(() -> new Found.None(name, List.copyOf(scripts.keySet())));
        }

        @Override
        public List<Script> all() {
            return scripts.values().stream()
                    .filter(Found.Good.class::isInstance)
                    .map(Found.Good.class::cast)
                    .map(Found.Good::script)
                    .toList();
        }

        @Override
        public Media.Medium picture(Script script, String file) {
            return new Media.Medium(file, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        }
    }

    private final class MemoryShelf implements Shelf {
        @Override
        public String put(String session, String path, Medium medium) {
            String id = session + "/" + path;
            now().media.put(id, medium);
            return id;
        }

        @Override
        public boolean replace(String medium, Medium lying, Medium with) {
            boolean lies = find(medium)
                    .filter(m -> m.type().equals(lying.type()) && Arrays.equals(m.bytes(), lying.bytes()))
                    .isPresent();
            if (lies) {
                now().media.put(medium, with);
            }
            return lies;
        }

        @Override
        public List<Lying> of(String session) {
            return now().media.entrySet().stream()
                    .filter(m -> m.getKey().startsWith(session + "/"))
                    .map(m -> new Lying(
                            m.getKey(),
                            m.getKey().substring(session.length() + 1),
                            m.getValue().name()))
                    .sorted(Comparator.comparing(Lying::path))
                    .toList();
        }

        @Override
        public Optional<Medium> find(String medium) {
            return Optional.ofNullable(now().media.get(medium));
        }
    }

    private final class MemoryDeliveries implements Deliveries {
        private static final Set<Delivery.State> WAITING =
                Set.of(Delivery.State.PENDING, Delivery.State.SENDING, Delivery.State.UNKNOWN);

        @Override
        public void add(Collection<Delivery> deliveries) {
            deliveries.forEach(d -> now().deliveries.put(d.id(), d));
        }

        @Override
        public List<Delivery> update(Collection<Delivery> deliveries) {
            List<Delivery> updated = deliveries.stream().filter(this::isAsItWas).toList();
            updated.forEach(d -> now().deliveries.put(d.id(), d));
            return updated;
        }

        /** Whoever takes one in hand counts its attempts one up. */
        private boolean isAsItWas(Delivery d) {
            Delivery stored = now().deliveries.get(d.id());
            int before = d.state() == Delivery.State.SENDING ? d.attempts() - 1 : d.attempts();
            return stored != null && WAITING.contains(stored.state()) && stored.attempts() == before;
        }

        @Override
        public List<Delivery> ready(Platform platform, Instant at, int most) {
            return firsts(platform)
                    .filter(d -> !dueAt(d).isAfter(at))
                    .sorted(Comparator.comparingInt(Delivery::urgency).thenComparing(Delivery::id))
                    .limit(most)
                    .toList();
        }

        @Override
        public Optional<Instant> nextAttempt(Platform platform) {
            return firsts(platform).map(MemoryDeliveries::dueAt).min(Comparator.naturalOrder());
        }

        private Stream<Delivery> firsts(Platform platform) {
            Map<String, Delivery> first = new LinkedHashMap<>();
            now().deliveries.values().stream()
                    .filter(d -> d.platform().equals(platform) && WAITING.contains(d.state()))
                    .forEach(d -> first.putIfAbsent(d.lane(), d));
            return first.values().stream();
        }

        private static Instant dueAt(Delivery d) {
            return d.leased().filter(l -> l.isAfter(d.notBefore())).orElse(d.notBefore());
        }

        @Override
        public void orphaned(Platform platform) {
            now().deliveries
                    .replaceAll((id, d) ->
                            d.platform().equals(platform) && d.state() == Delivery.State.SENDING ? orphan(d) : d);
        }

        private static Delivery orphan(Delivery d) {
            return as(d, Delivery.State.UNKNOWN, d.notBefore());
        }

        private static Delivery as(Delivery d, Delivery.State state, Instant notBefore) {
            return d.at(
                    new Progress(state, notBefore, d.attempts(), Optional.empty(), d.ref(), d.sentAt(), d.failure()));
        }

        @Override
        public Optional<Delivery> find(String id) {
            return Optional.ofNullable(now().deliveries.get(id));
        }

        @Override
        public Optional<Delivery> that(MessageRef made) {
            return now().deliveries.values().stream()
                    .filter(d -> d.ref().equals(Optional.of(made)))
                    .filter(d -> d.what() instanceof Outgoing.Post || d.what() instanceof Outgoing.Direct)
                    .findFirst();
        }

        @Override
        public List<Delivery> ofSession(String session) {
            return now().deliveries.values().stream()
                    .filter(d -> d.session().equals(session))
                    .toList();
        }

        @Override
        public List<Delivery> unsaid(String session) {
            return ofSession(session).stream()
                    .filter(d -> WAITING.contains(d.state()) || d.state() == Delivery.State.BLOCKED)
                    .toList();
        }

        @Override
        public List<Delivery> about(String session, String beginning) {
            return ofSession(session).stream()
                    .filter(d -> d.about().startsWith(beginning))
                    .toList();
        }

        @Override
        public List<Delivery> saying(String session, Collection<String> prompts) {
            return ofSession(session).stream()
                    .filter(d -> prompts.contains(d.about()))
                    .toList();
        }

        @Override
        public void supersede(String id) {
            now().deliveries
                    .computeIfPresent(
                            id,
                            (k, d) -> d.state() == Delivery.State.BLOCKED
                                    ? as(d, Delivery.State.DROPPED, d.notBefore())
                                    : d);
        }

        @Override
        public void retry(String id, Instant at) {
            now().deliveries
                    .computeIfPresent(
                            id, (k, d) -> d.state() == Delivery.State.BLOCKED ? as(d, Delivery.State.PENDING, at) : d);
        }
    }

    private final class MemoryAddresses implements Addresses {
        @Override
        public Optional<Place> place(Platform platform, String key) {
            return Optional.ofNullable(now().places.get(platform.name() + "|" + key));
        }

        @Override
        public Optional<String> key(Place place) {
            return now().places.entrySet().stream()
                    .filter(e -> e.getValue().equals(place))
                    .map(e -> e.getKey().substring(e.getKey().indexOf('|') + 1))
                    .max(String::compareTo);
        }

        @Override
        public void opened(String key, Place place) {
            now().places.put(place.platform().name() + "|" + key, place);
        }
    }

    /** A digest as plain text: enough to see what is in it. */
    private static final class PlainDigests implements Digests {
        @Override
        public List<Media.Medium> sketched(Harvest harvest, LocalDate today) {
            return of(harvest, today);
        }

        @Override
        public boolean isSketch(Media.Medium medium) {
            return false;
        }

        @Override
        public Media.Medium drawn(Media.Medium sketch) {
            return sketch;
        }

        @Override
        public List<Media.Medium> of(Harvest harvest, LocalDate today) {
            return List.of(
                    new Media.Medium(
                            "digest.txt",
                            "text/plain",
                            Digest.of(harvest, today, (text, language) -> List.of())
                                    .toString()
                                    .getBytes(StandardCharsets.UTF_8)),
                    new Media.Medium("matrix.png", "image/png", new byte[] {1}));
        }
    }

    /** {@code name; organisation; role; apart; theme}, a line for each. */
    private static final class PlainLists implements Lists {
        @Override
        public Map<String, Tag> read(String text) {
            Map<String, Tag> tags = new HashMap<>();
            for (String line : text.lines().toList()) {
                String[] cells = line.split("\\s*;\\s*", -1);
                if (cells.length != 3 && cells.length != 5) {
                    throw new IllegalArgumentException("a line has a name, an organisation and a role: " + line);
                }
                List<Optional<String>> said = Stream.concat(Stream.of(cells).skip(1), Stream.of("", ""))
                        .map(cell -> Optional.of(cell).filter(c -> !c.isEmpty()))
                        .toList();
                tags.put(cells[0], new Tag(said.get(0), said.get(1), said.get(2), said.get(3)));
            }
            return tags;
        }
    }
}
