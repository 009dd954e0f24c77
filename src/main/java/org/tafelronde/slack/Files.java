package org.tafelronde.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import jakarta.inject.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Media;

/**
 * Pictures and files, brought to Slack: an address that Slack cannot reach would fail the whole message. They stand right under the message
 * that speaks of them, all of them in one.
 */
final class Files {
    private static final int MOST_REMEMBERED = 2_000;
    private static final int LONGEST_ALTERNATIVE = 1_000;
    private static final Duration WHILE_IT_IS_DRAWN = Duration.ofMillis(250);

    private static final String MARKDOWN = ".md";

    private final Line line;
    private final Provider<Media> media;
    private final Remembered<String, Boolean> shared = new Remembered<>(MOST_REMEMBERED);

    private record Wanted(String medium, String name, String alternative) {}

    Files(Line line, Provider<Media> media) {
        this.line = line;
        this.media = media;
    }

    /** What is a picture and a file of the same message is brought once, as the picture. */
    private static Collection<Wanted> in(Content content) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (Part part : content.parts()) {
            switch (part) {
                case Part.Picture p ->
                    wanted.putIfAbsent(p.medium(), new Wanted(p.medium(), last(p.medium()), p.alternative()));
                case Part.File f -> wanted.putIfAbsent(f.medium(), new Wanted(f.medium(), last(f.name()), f.name()));
                case Part.Heading h -> {}
                case Part.Paragraph p -> {}
                case Part.Bullets b -> {}
                case Part.Numbered n -> {}
                case Part.Quote q -> {}
                case Part.Note n -> {}
                case Part.Timed t -> {}
            }
        }
        return wanted.values();
    }

    static boolean hasMarkdown(Content content) {
        return in(content).stream().anyMatch(one -> one.name().endsWith(MARKDOWN));
    }

    /** The words of the first Markdown file among them, as the shelf has it. */
    Optional<String> markdown(Content content) {
        return in(content).stream()
                .filter(one -> one.name().endsWith(MARKDOWN))
                .flatMap(one -> media.get().find(one.medium()).stream())
                .findFirst()
                .map(m -> new String(m.bytes(), StandardCharsets.UTF_8));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static boolean hasAny(Content content) {
        return !in(content).isEmpty();
    }

    /** How long until all of them can be brought: while one is still being drawn, what else there is to say goes first. */
    Duration patience(Content content) {
        boolean ready = true;
        for (Wanted one : in(content)) {
            // Each is asked, so that each begins to be drawn.
            ready &= media.get().isReady(one.medium());
        }
        return ready ? Duration.ZERO : WHILE_IT_IS_DRAWN;
    }

    /** What the shelf does not hold any more is left out: the words beside it are complete. */
    void share(Workspace in, String channel, Optional<String> thread, String delivery, Content content) {
        Collection<Wanted> wanted = in(content);
        if (wanted.isEmpty() || shared.get(delivery).isPresent()) {
            return;
        }
        List<FileDetails> brought = new ArrayList<>();
        for (Wanted one : wanted) {
            media.get().find(one.medium()).ifPresent(m -> brought.add(bring(in, one, m)));
        }
        if (!brought.isEmpty()) {
            line.ask(
                    in,
                    "files.completeUploadExternal",
                    c -> c.filesCompleteUploadExternal(r -> {
                        thread.ifPresent(r::threadTs);
                        return r.files(brought).channelId(channel);
                    }));
        }
        shared.put(delivery, true);
    }

    private FileDetails bring(Workspace in, Wanted wanted, Media.Medium medium) {
        FilesGetUploadURLExternalResponse room = line.ask(
                in,
                "files.getUploadURLExternal",
                c -> c.filesGetUploadURLExternal(r -> r.filename(wanted.name())
                        .length(medium.bytes().length)
                        .altTxt(Words.atMost(LONGEST_ALTERNATIVE, wanted.alternative()))));
        line.upload(room.getUploadUrl(), medium.type(), medium.bytes());
        return FileDetails.builder().id(room.getFileId()).title(wanted.name()).build();
    }

    /** Whether all files of this content that we still have are among those. */
    boolean areIn(List<String> names, String delivery, Content content) {
        Set<String> missing = new HashSet<>();
        for (Wanted one : in(content)) {
            media.get().find(one.medium()).ifPresent(m -> missing.add(one.name()));
        }
        missing.removeAll(Set.copyOf(names));
        if (missing.isEmpty()) {
            shared.put(delivery, true);
        }
        return missing.isEmpty();
    }
}
