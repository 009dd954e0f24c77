package org.tafelronde.webchat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Outgoing;

/** What goes over the wire, in the names that the page knows. */
final class Wire {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int BODY = 64 * 1024;

    private Wire() {}

    static String write(Object view) {
        try {
            return MAPPER.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can be written", e);
        }
    }

    /**
     * @throws Refused when it is too large or not what was asked for
     */
    static <T> T read(@Nullable String body, Class<T> type) {
        if (body == null || body.length() > BODY) {
            throw new Refused(body == null ? Refused.Reason.BAD_JSON : Refused.Reason.BODY_TOO_LARGE);
        }
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw new Refused(Refused.Reason.BAD_JSON);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new Refused(Refused.Reason.BAD_JSON);
        }
    }

    static boolean isTooLarge(long contentLength) {
        return contentLength > BODY;
    }

    record PlaceView(
            String id,
            @Nullable String cafe,
            String kind,
            String title,
            @Nullable TopicView topic,
            boolean archived,
            @Nullable String invite,
            boolean facilitates,
            List<MemberView> members,
            int memberCount,
            int unread,
            long last) {}

    record TopicView(String text, @Nullable CountdownView countdown, boolean over) {}

    record CountdownView(String endsAt, @Nullable Long leftMs, double speed) {}

    record MemberView(String id, String name) {}

    static PlaceView view(WebPlace p) {
        return new PlaceView(
                p.place().id(),
                p.cafe().orElse(null),
                p.kind().name(),
                p.title(),
                p.topic()
                        .map(t -> new TopicView(
                                t.text(), t.countdown().map(Wire::view).orElse(null), t.over()))
                        .orElse(null),
                p.archived(),
                p.invite().map(token -> "/join/" + token).orElse(null),
                p.owned(),
                p.members().stream()
                        .map(m -> new MemberView(m.person().id(), m.name()))
                        .toList(),
                p.memberCount(),
                p.unread(),
                p.last());
    }

    private static CountdownView view(Outgoing.Countdown c) {
        return new CountdownView(
                c.endsAt().toString(),
                c.left().map(java.time.Duration::toMillis).orElse(null),
                c.speed());
    }

    record MessageView(
            String id,
            long seq,
            String place,
            @Nullable String thread,
            AuthorView author,
            String at,
            ContentView content,
            boolean edited,
            boolean deleted,
            boolean pinned,
            int replies,
            List<String> reactions) {}

    record AuthorView(String id, String name, boolean bot, boolean mine) {}

    /**
     * @param asks people are asked to answer this, in the thread under it
     */
    record ContentView(List<Map<String, Object>> parts, List<Map<String, Object>> buttons, boolean asks) {}

    static MessageView view(WebMessage m, WebPerson reader) {
        return new MessageView(
                m.id(),
                m.seq(),
                m.ref().place().id(),
                m.thread().orElse(null),
                new AuthorView(
                        m.author().person().map(p -> p.id()).orElse("tafelronde"),
                        m.author().name(),
                        m.author().bot(),
                        m.author().is(reader.person())),
                m.at().toString(),
                view(m.content()),
                m.edited(),
                m.deleted(),
                m.pinned(),
                m.replies(),
                m.reactions().stream().map(Enum::name).toList());
    }

    static ContentView view(Content content) {
        return new ContentView(
                content.parts().stream().map(Wire::view).toList(),
                content.buttons().stream().map(Wire::view).toList(),
                content.box().isPresent());
    }

    private static Map<String, Object> view(Content.Part part) {
        return switch (part) {
            case Content.Part.Heading h -> typed("heading", "text", h.text());
            case Content.Part.Paragraph p -> typed("paragraph", "text", p.text());
            case Content.Part.Bullets b -> typed("bullets", "items", b.items());
            case Content.Part.Numbered n -> typed("numbered", "items", n.items());
            case Content.Part.Quote q -> typed("quote", "text", q.text());
            case Content.Part.Note n -> typed("note", "text", n.text());
            case Content.Part.Timed t -> view(t.sentence());
            case Content.Part.Picture p -> typed("picture", "url", url(p.medium()), "alternative", p.alternative());
            case Content.Part.File f -> typed("file", "url", url(f.medium()), "name", f.name());
        };
    }

    private static String url(String medium) {
        return "/web/media/" + SignedLinks.path(medium);
    }

    private static Map<String, Object> view(Button button) {
        return switch (button) {
            case Button.Press p ->
                typed(
                        "press",
                        "label",
                        p.label(),
                        "action",
                        p.action(),
                        "look",
                        p.look().name());
            case Button.GoTo g ->
                typed("goto", "label", g.label(), "place", g.place().id());
            case Button.Link l -> typed("link", "label", l.label(), "url", l.url());
        };
    }

    record AnswerView(List<ContentView> whispers, @Nullable FormView form) {}

    record FormView(String action, String title, String intro, String submit, List<Map<String, Object>> fields) {}

    static AnswerView view(Answer answer) {
        return new AnswerView(
                answer.whispers().stream().map(Wire::view).toList(),
                answer.form().map(Wire::view).orElse(null));
    }

    private static FormView view(Form f) {
        return new FormView(
                f.action(),
                f.title(),
                f.intro(),
                f.submit(),
                f.fields().stream().flatMap(Wire::view).toList());
    }

    private static Stream<Map<String, Object>> view(Form.Field field) {
        return switch (field) {
            case Form.Field.Words w ->
                Stream.of(typed(
                        "words",
                        "name",
                        w.name(),
                        "label",
                        w.label(),
                        "initial",
                        w.initial(),
                        "lines",
                        w.lines(),
                        "most",
                        w.most(),
                        "required",
                        w.required()));
            case Form.Field.Choice c ->
                Stream.of(typed(
                        "choice",
                        "name",
                        c.name(),
                        "label",
                        c.label(),
                        "options",
                        c.options(),
                        "initial",
                        c.initial()));
            case Form.Field.Choices c ->
                Stream.of(typed(
                        "choices", "name", c.name(), "label", c.label(), "options", c.options(), "most", c.most()));
            case Form.Field.Somewhere somewhere -> Stream.empty();
        };
    }

    private static Map<String, Object> typed(String type, Object... namesAndValues) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("type", type);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            view.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return view;
    }

    record SpokenView(@Nullable MessageView message, AnswerView answer) {}

    static SpokenView view(Spoken spoken, WebPerson reader) {
        return new SpokenView(spoken.message().map(m -> view(m, reader)).orElse(null), view(spoken.answer()));
    }

    record MeView(
            String id,
            String name,
            String language,
            boolean mayBegin,
            String now,
            List<PlaceView> places,
            long cursor) {}

    static MeView view(WebPerson me, Instant now, List<WebPlace> places, long cursor) {
        return new MeView(
                me.person().id(),
                me.name(),
                me.language(),
                me.mayBegin(),
                now.toString(),
                places.stream().map(Wire::view).toList(),
                cursor);
    }

    /** A field that may be missing in what is sent in. */
    static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(v -> !v.isBlank());
    }

    static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
