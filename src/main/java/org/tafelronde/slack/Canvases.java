package org.tafelronde.slack;

import com.slack.api.model.canvas.CanvasDocumentContent;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.UnknownOutcome;

/**
 * A Markdown file that was brought to a channel can be read there as the channel's canvas too, where that is allowed: the message and its
 * files are complete without. No message waits for it, and any no means no canvas: the scope was not granted, the plan of the workspace has
 * none, the channel has one already, which stays what it is.
 */
final class Canvases {
    private static final Logger LOG = LoggerFactory.getLogger(Canvases.class);
    private static final String METHOD = "conversations.canvases.create";
    private static final int MOST_REMEMBERED = 2_000;
    /** Slack takes a mebibyte. */
    private static final int LONGEST = 1_000_000;

    private static final int TRIES = 5;

    private final Line line;
    private final Files files;
    private final Queue<Canvas> waiting = new ConcurrentLinkedQueue<>();
    /** Deliveries that had their one canvas, or will. */
    private final Remembered<String, Boolean> seen = new Remembered<>(MOST_REMEMBERED);

    private record Canvas(Workspace in, String channel, Content content, int tries) {}

    Canvases(Line line, Files files) {
        this.line = line;
        this.files = files;
    }

    /** Once for each delivery. */
    void later(Workspace in, String delivery, String channel, Content content) {
        if (Files.hasMarkdown(content) && seen.get(delivery).isEmpty()) {
            seen.put(delivery, true);
            waiting.add(new Canvas(in, channel, content, 1));
        }
    }

    /** Makes what can be made now. */
    synchronized void work() {
        for (int i = waiting.size(); i > 0; i--) {
            Canvas canvas = waiting.poll();
            if (canvas == null) {
                return;
            }
            if (!line.pace().until(canvas.in().team(), METHOD, "").isZero()) {
                waiting.add(canvas);
            } else {
                made(canvas);
            }
        }
    }

    private void made(Canvas canvas) {
        Optional<String> markdown =
                files.markdown(canvas.content()).map(CanvasMarkdown::of).filter(m -> m.length() <= LONGEST);
        if (markdown.isEmpty()) {
            return;
        }
        CanvasDocumentContent document =
                CanvasDocumentContent.builder().markdown(markdown.get()).build();
        try {
            line.ask(
                    canvas.in(),
                    METHOD,
                    c -> c.conversationsCanvasesCreate(
                            r -> r.channelId(canvas.channel()).documentContent(document)));
        } catch (SlackSaysNo e) {
            LOG.debug("no canvas in {}: {}", canvas.in(), e.code());
        } catch (UnknownOutcome e) {
            // It may be there. Two would be worse than none.
            LOG.debug("perhaps no canvas in {}", canvas.in(), e);
        } catch (SlackAsksPatience e) {
            if (canvas.tries() < TRIES) {
                waiting.add(new Canvas(canvas.in(), canvas.channel(), canvas.content(), canvas.tries() + 1));
            }
        }
    }
}
