package org.tafelronde.store;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tafelronde.domain.session.Session;
import org.tafelronde.flow.Sessions;

/** Sessions, each as one row of JSON without its script. */
@Singleton
final class JdbcSessions implements Sessions {
    private final SessionRows rows;
    private final ScriptCopies scripts;
    private final Belongings belongings;
    private final JdbcTransactions transactions;
    private final SessionCodec codec = new SessionCodec();

    JdbcSessions(SessionRows rows, ScriptCopies scripts, Belongings belongings, JdbcTransactions transactions) {
        this.rows = rows;
        this.scripts = scripts;
        this.belongings = belongings;
        this.transactions = transactions;
    }

    @Override
    public void add(Session session) {
        transactions.inOne(() -> {
            Set<String> people = people(session);
            rows.save(new SessionRow(
                    session.setting().id(),
                    session.version(),
                    scripts.keep(session.script()),
                    session.facilitator(),
                    stage(session),
                    session.setting().isRehearsal(),
                    fingerprint(people),
                    codec.write(session)));
            index(session.setting().id(), Set.of(), people);
        });
    }

    @Override
    public Optional<Session> find(String id) {
        return rows.findById(id).map(this::session);
    }

    @Override
    public void save(Session session) {
        transactions.inOne(() -> {
            String id = session.setting().id();
            Set<String> people = people(session);
            String fingerprint = fingerprint(people);
            Optional<String> before = rows.peopleOf(id);
            int updated = rows.updateAt(
                    id, session.version(), session.facilitator(), stage(session), fingerprint, codec.write(session));
            if (updated == 0) {
                throw new Stale(id, session.version());
            }
            if (!before.equals(Optional.of(fingerprint))) {
                index(id, new HashSet<>(rows.participants(id)), people);
            }
        });
    }

    private void index(String session, Set<String> before, Set<String> now) {
        now.stream().filter(p -> !before.contains(p)).forEach(p -> rows.insertParticipant(session, p));
        before.stream().filter(p -> !now.contains(p)).forEach(p -> rows.deleteParticipant(session, p));
    }

    @Override
    public List<Session> involving(String person) {
        return sessions(rows.involving(person));
    }

    @Override
    public List<Session> open() {
        return sessions(rows.open());
    }

    @Override
    public List<Session> all() {
        return sessions(rows.newestFirst());
    }

    @Override
    public void delete(String id) {
        transactions.inOne(() -> {
            belongings.delete(id);
            rows.deleteById(id);
            scripts.dropUnused();
        });
    }

    private List<Session> sessions(List<SessionRow> found) {
        return found.stream().map(this::session).toList();
    }

    private Session session(SessionRow row) {
        return codec.read(row, () -> scripts.find(row.script()));
    }

    private static String stage(Session session) {
        return session.stage().getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** Who runs it or takes part in it. */
    private static Set<String> people(Session session) {
        Set<String> people = new TreeSet<>(session.roster().people().keySet());
        people.add(session.facilitator());
        session.deputy().ifPresent(people::add);
        return people;
    }

    private static String fingerprint(Set<String> people) {
        return Fingerprint.of(String.join("\n", people).getBytes(StandardCharsets.UTF_8));
    }
}
