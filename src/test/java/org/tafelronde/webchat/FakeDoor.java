package org.tafelronde.webchat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;

/** Hears each key once, as the bot does, and answers what the test says. */
final class FakeDoor implements Door {
    private final List<Incoming> heard = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answered = new ConcurrentHashMap<>();
    private volatile Function<Incoming, Answer> answering = what -> Answer.SILENT;
    private volatile boolean broken;

    @Override
    public Answer hear(Incoming what) {
        if (broken) {
            throw new IllegalStateException("the door is broken");
        }
        return answered.computeIfAbsent(what.key(), key -> {
            heard.add(what);
            return answering.apply(what);
        });
    }

    void answers(Function<Incoming, Answer> with) {
        answering = with;
    }

    void breaks() {
        broken = true;
    }

    void isMended() {
        broken = false;
    }

    /** In order, each once. */
    List<Incoming> heard() {
        return heard;
    }

    <T extends Incoming> T last(Class<T> type) {
        return type.cast(heard.getLast());
    }
}
