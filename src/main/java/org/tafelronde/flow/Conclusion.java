package org.tafelronde.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;

/**
 * How it stands with the digest of a café that is over, in facts for who runs it.
 *
 * @param files what management has, or the draft; empty while there is none
 * @param reviewUntil until then people may object, in the café's time
 * @param waiting what somebody objected to and nobody decided about, in order
 * @param objections how many there were in all
 */
public record Conclusion(
        List<Shelf.Lying> files, Optional<Instant> reviewUntil, List<Waiting> waiting, int objections) {
    public Conclusion {
        files = List.copyOf(files);
        waiting = List.copyOf(waiting);
    }

    /**
     * Nobody is told who objects.
     *
     * @param own whether it is the one who asked
     * @param reason may be empty
     */
    public record Waiting(int number, int question, String text, boolean own, String reason) {}

    /** Empty while the café is not over. */
    public static Optional<Conclusion> of(Stores stores, Session s) {
        if (!(s.stage() instanceof Stage.Closed)) {
            return Optional.empty();
        }
        List<Objection> all = stores.harvests().objections(s.setting().id());
        return Optional.of(new Conclusion(
                files(stores.shelf().of(s.setting().id()), s.published()),
                s.afterwards().reviewUntil(),
                waiting(stores, s, all),
                all.size()));
    }

    /** Of several that were published the last. */
    private static List<Shelf.Lying> files(List<Shelf.Lying> lying, boolean published) {
        int last = lying.stream().mapToInt(DigestFiles::time).max().orElse(0);
        return lying.stream()
                .filter(file -> published ? last > 0 && DigestFiles.time(file) == last : DigestFiles.isDraft(file))
                .sorted(Comparator.comparing(Shelf.Lying::path))
                .toList();
    }

    private static List<Waiting> waiting(Stores stores, Session s, List<Objection> all) {
        List<Objection> open = all.stream().filter(o -> o.verdict().isEmpty()).toList();
        if (open.isEmpty()) {
            return List.of();
        }
        Map<String, Question> questions = stores
                .harvests()
                .questions(s.setting().id())
                .stream()
                .collect(Collectors.toMap(Question::id, Function.identity()));
        return open.stream()
                .flatMap(o -> Stream.ofNullable(questions.get(o.question())).map(q -> waiting(o, q)))
                .toList();
    }

    private static Waiting waiting(Objection o, Question q) {
        return new Waiting(o.number(), q.number(), q.text(), q.by().equals(o.by()), o.reason());
    }
}
