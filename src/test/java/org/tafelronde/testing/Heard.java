package org.tafelronde.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;

/** What somebody alone is answered at once. */
public record Heard(CafeTester cafe, Cast who, Incoming what, Answer answer) {

    /** The person's own message. */
    public MessageRef message() {
        return switch (what) {
            case Incoming.Reply reply -> reply.message();
            case Incoming.Said said -> said.message();
            default -> throw new AssertionError("no message: " + what);
        };
    }

    public String text() {
        return answer.whispers().stream().map(Content::plain).collect(Collectors.joining("\n"));
    }

    public Heard hears(String... texts) {
        assertThat(text()).contains(texts);
        return this;
    }

    /** One line, and not a long one. */
    public Heard hearsOneLine(String text) {
        assertThat(text()).contains(text);
        assertThat(text().lines().count()).as(text()).isEqualTo(1);
        assertThat(text().length()).isLessThan(400);
        return this;
    }

    public Heard hearsNothing() {
        assertThat(text()).isEmpty();
        assertThat(answer.form()).isEmpty();
        return this;
    }

    /** Presses a button under the answer. */
    public Heard presses(String label) {
        Content content = answer.whispers().stream()
                .filter(c -> CafeTester.button(c, label).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button \"" + label + "\" under: " + text()));
        return cafe.presses(who, content, label);
    }

    public Heard hasNoButton(String label) {
        assertThat(answer.whispers()).noneMatch(c -> CafeTester.button(c, label).isPresent());
        return this;
    }

    public Form form() {
        return answer.form().orElseThrow(() -> new AssertionError("no form: " + text()));
    }

    /** Sends the form in. */
    public Heard fillsIn(Map<String, String> values) {
        return cafe.sends(who, form().action(), values);
    }
}
