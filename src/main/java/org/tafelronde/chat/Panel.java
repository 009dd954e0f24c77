package org.tafelronde.chat;

import java.util.List;

/** What somebody sees of their café on a page of their own (Slack: the app's Home). It is only looked at: nothing is kept or said. */
public interface Panel {
    /**
     * @return what stands there, one under the other, each with its own buttons; what can be done first
     */
    List<Content> of(Speaker looker);
}
