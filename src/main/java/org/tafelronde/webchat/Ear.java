package org.tafelronde.webchat;

import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;

/**
 * Brings to the Door what people did. What was kept first carries a mark until it is heard; the marks are taken off together with the
 * next writing, or within a second. Hearing twice is harmless, because the Door knows the key.
 */
final class Ear {
    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
    private static final int TRIES = 20;

    private final Board board;
    private final Provider<Door> door;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Queue<Missed> missed = new ConcurrentLinkedQueue<>();

    private record Missed(Incoming what, int tries) {}

    Ear(Board board, Provider<Door> door) {
        this.board = board;
        this.door = door;
    }

    /** Hears what leaves nothing behind when it fails: a command, a button. */
    Answer hear(Incoming what) {
        Answer answer = door.get().hear(what);
        showPictures(what, answer);
        return answer;
    }

    /** Hears what is kept. When that fails the person is told so, and it is tried again all the same: others see the message already. */
    Answer hearKept(Incoming what) {
        try {
            Answer answer = hear(what);
            heard.add(what.key());
            return answer;
        } catch (RuntimeException e) {
            missed.add(new Missed(what, 1));
            throw e;
        }
    }

    /** What was kept before the process ended and not heard. */
    void hearWhatWasMissed() {
        board.unheard().forEach(what -> again(new Missed(what, 0)));
    }

    /** Called every second. */
    void tidy() {
        for (int i = missed.size(); i > 0; i--) {
            Optional.ofNullable(missed.poll()).ifPresent(this::again);
        }
        if (!heard.isEmpty()) {
            board.inOne(() -> {
                board.next();
                takeMarksOff();
                return true;
            });
        }
    }

    private void again(Missed m) {
        try {
            hear(m.what());
            heard.add(m.what().key());
        } catch (RuntimeException e) {
            LOG.warn("could not hear {} yet", m.what().getClass().getSimpleName(), e);
            if (m.tries() < TRIES) {
                missed.add(new Missed(m.what(), m.tries() + 1));
            }
        }
    }

    /** Inside a transaction that writes. When it fails the marks stay, and what they are on is heard once more at the next start. */
    void takeMarksOff() {
        List<String> keys = new ArrayList<>();
        for (String key = heard.poll(); key != null; key = heard.poll()) {
            keys.add(key);
        }
        if (!keys.isEmpty()) {
            board.heard(keys);
        }
    }

    /** Whispers are not kept, but their pictures must be found by the one who sees them. */
    private void showPictures(Incoming what, Answer answer) {
        List<String> media =
                answer.whispers().stream().flatMap(c -> Pictures.in(c).stream()).toList();
        String person = what.by().person().id();
        if (media.isEmpty() || media.stream().allMatch(m -> board.maySee(person, m))) {
            return;
        }
        board.person(person)
                .ifPresent(p -> board.inOne(() -> {
                    board.next();
                    media.forEach(m -> board.show(p.direct().id(), m));
                    return true;
                }));
    }
}
