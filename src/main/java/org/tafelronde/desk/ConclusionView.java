package org.tafelronde.desk;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tafelronde.chat.MediaLinks;
import org.tafelronde.flow.Conclusion;

/**
 * How it stands with the digest of a café that is over, as the page reads it.
 *
 * @param files what management has, or the draft
 * @param reviewUntil until then people may object
 * @param waiting what nobody decided about yet
 * @param objections how many there were in all
 */
record ConclusionView(List<FileView> files, @Nullable Long reviewUntil, List<WaitingView> waiting, int objections) {

    record FileView(String name, String address) {}

    record WaitingView(int number, int question, String text, boolean own, String reason) {}

    static ConclusionView of(Conclusion c, MediaLinks links) {
        return new ConclusionView(
                c.files().stream()
                        .flatMap(f -> links.here(f.medium()).map(URI::toString).stream()
                                .flatMap(address -> Stream.of(new FileView(f.name(), address))))
                        .toList(),
                c.reviewUntil().map(Instant::toEpochMilli).orElse(null),
                c.waiting().stream()
                        .map(w -> new WaitingView(w.number(), w.question(), w.text(), w.own(), w.reason()))
                        .toList(),
                c.objections());
    }
}
