package org.tafelronde.domain.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody who is or was expected, in the order in which they were first heard of.
 *
 * @param tags what is known of people by their name only, from a list that the facilitator gave
 * @param forgotten how many took part and wanted to be forgotten
 */
public record Roster(Map<String, Participant> people, Map<String, Tag> tags, int forgotten) {
    public static final Roster EMPTY = new Roster(Map.of(), Map.of(), 0);

    public Roster {
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    public Optional<Participant> find(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public Collection<Participant> all() {
        return people.values();
    }

    /** Checked in and not gone. */
    public List<Participant> present() {
        return people.values().stream().filter(Participant::isPresent).toList();
    }

    /** How many were there, if only for a while. */
    public int tookPart() {
        return forgotten
                + people.values().stream()
                        .filter(Participant::tookPart)
                        .mapToInt(Participant::heads)
                        .sum();
    }

    /** The same with this person added or changed; tags that the list has for their name are taken over. */
    public Roster with(Participant participant) {
        Map<String, Participant> changed = new LinkedHashMap<>(people);
        changed.put(participant.id(), tagged(participant));
        return new Roster(changed, tags, forgotten);
    }

    private Participant tagged(Participant p) {
        Tag tag = tags.get(folded(p.name()));
        return tag == null || !p.tag().equals(Tag.NONE) ? p : p.tagged(tag);
    }

    /** The same with what a list says about people, by name. */
    public Roster tagging(Map<String, Tag> byName) {
        Map<String, Tag> all = new LinkedHashMap<>(tags);
        byName.forEach((name, tag) -> all.put(folded(name), tag));
        Roster tagged = new Roster(people, all, forgotten);
        for (Participant p : new ArrayList<>(people.values())) {
            tagged = tagged.with(p);
        }
        return tagged;
    }

    /** The same without this person: not even their name stays, only that somebody was there. */
    public Roster without(String id) {
        Map<String, Participant> rest = new LinkedHashMap<>(people);
        Participant gone = rest.remove(id);
        return new Roster(rest, tags, gone != null && gone.tookPart() ? forgotten + gone.heads() : forgotten);
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
