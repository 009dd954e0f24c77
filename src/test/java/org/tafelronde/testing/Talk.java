package org.tafelronde.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;

/** What was said somewhere, as people see it. */
public final class Talk {
    private final CafeTester cafe;
    private final String where;
    private final List<TestPlatform.Message> messages;

    Talk(CafeTester cafe, String where, List<TestPlatform.Message> messages) {
        this.cafe = cafe;
        this.where = where;
        this.messages = messages;
    }

    public List<TestPlatform.Message> messages() {
        return messages;
    }

    /** What is said at this very moment, as a new message or in place of other words. */
    public List<TestPlatform.Message> now() {
        return messages.stream().filter(m -> m.changed().equals(cafe.now())).toList();
    }

    /** One message says all of this, at this very moment. */
    public Talk hears(String... texts) {
        assertThat(now())
                .as("what %s hears now", where)
                .extracting(TestPlatform.Message::text)
                .anySatisfy(t -> assertThat(t).contains(texts));
        return this;
    }

    /** Nothing that holds this text is said now. */
    public Talk doesNotHear(String text) {
        assertThat(now()).as("what %s hears now", where).noneMatch(m -> m.text().contains(text));
        return this;
    }

    public Talk hearsNothing() {
        assertThat(now()).as("what %s hears now", where).isEmpty();
        return this;
    }

    /** One message said all of this, at some time. */
    public Talk heard(String... texts) {
        assertThat(messages)
                .as("what %s heard", where)
                .extracting(TestPlatform.Message::text)
                .anySatisfy(t -> assertThat(t).contains(texts));
        return this;
    }

    public Talk heardTimes(int times, String text) {
        assertThat(messages.stream().filter(m -> m.text().contains(text)))
                .as("how often %s heard \"%s\"", where, text)
                .hasSize(times);
        return this;
    }

    public Talk neverHeard(String text) {
        return heardTimes(0, text);
    }

    /** The newest message that holds this text. */
    public TestPlatform.Message message(String text) {
        return messages.reversed().stream()
                .filter(m -> m.text().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(where + " never heard \"" + text + "\""));
    }

    /** The same of each of several places. */
    public record All(List<Talk> talks) {
        public All hears(String... texts) {
            return each(t -> t.hears(texts));
        }

        public All doesNotHear(String text) {
            return each(t -> t.doesNotHear(text));
        }

        public All hearsNothing() {
            return each(Talk::hearsNothing);
        }

        public All heard(String... texts) {
            return each(t -> t.heard(texts));
        }

        public All heardTimes(int times, String text) {
            return each(t -> t.heardTimes(times, text));
        }

        public All neverHeard(String text) {
            return each(t -> t.neverHeard(text));
        }

        public All each(Consumer<Talk> what) {
            assertThat(talks).isNotEmpty();
            talks.forEach(what);
            return this;
        }
    }
}
