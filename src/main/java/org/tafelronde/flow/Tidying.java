package org.tafelronde.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Keepsakes;
import org.tafelronde.domain.session.Session;
import org.tafelronde.time.Ticker;

/**
 * Once a day what is past its time goes (F68): cafés, and what the platforms noted of people and places when there is no café with them any
 * more.
 */
public final class Tidying implements Ticker.Work {
    /** What was under way when the program ended last is said by then, and noted as said. */
    private static final Duration AT_FIRST = Duration.ofHours(1);

    private static final Duration EVERY = Duration.ofDays(1);

    private final Stores stores;
    private final Retention retention;
    private final List<Keepsakes> all;
    private Instant next;

    public Tidying(Stores stores, Retention retention, Collection<Keepsakes> all, Instant begin) {
        this.stores = stores;
        this.retention = retention;
        this.all = List.copyOf(all);
        this.next = begin.plus(AT_FIRST);
    }

    @Override
    public Optional<Instant> doDue(Instant now) {
        if (!now.isBefore(next)) {
            retention.purge(now);
            tidy();
            next = now.plus(EVERY);
        }
        return Optional.of(next);
    }

    private void tidy() {
        if (all.isEmpty()) {
            return;
        }
        Set<String> people = new HashSet<>();
        stores.sessions().all().forEach(s -> people.addAll(people(s)));
        all.forEach(k -> k.tidy(
                person -> people.contains(person.key()),
                place -> stores.addresses().key(place).isPresent()));
    }

    private static Set<String> people(Session session) {
        Set<String> people = new HashSet<>(session.roster().people().keySet());
        people.add(session.facilitator());
        session.deputy().ifPresent(people::add);
        return people;
    }
}
