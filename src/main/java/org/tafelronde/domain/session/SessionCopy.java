package org.tafelronde.domain.session;

import java.time.Instant;
import java.util.Optional;

/** A session whose parts can be set one by one, before it is one again: a record alone cannot be copied but for one part. */
final class SessionCopy {
    Setting setting;
    int version;
    String facilitator;
    Optional<String> deputy;
    Roster roster;
    Optional<Integer> tables;
    Agenda agenda;
    Stage stage;
    Optional<Floor> floor;
    Optional<Instant> startedAt;
    boolean published;
    Afterwards afterwards;

    SessionCopy(Session of) {
        this.setting = of.setting();
        this.version = of.version();
        this.facilitator = of.facilitator();
        this.deputy = of.deputy();
        this.roster = of.roster();
        this.tables = of.tables();
        this.agenda = of.agenda();
        this.stage = of.stage();
        this.floor = of.floor();
        this.startedAt = of.startedAt();
        this.published = of.published();
        this.afterwards = of.afterwards();
    }

    Session session() {
        return new Session(
                setting,
                version,
                facilitator,
                deputy,
                roster,
                tables,
                agenda,
                stage,
                floor,
                startedAt,
                published,
                afterwards);
    }
}
