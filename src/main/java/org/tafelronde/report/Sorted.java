package org.tafelronde.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tafelronde.domain.harvest.Coverage;
import org.tafelronde.domain.harvest.Digest;

/** Question by question: its topic, its group, and whether the facilitator had a hand in them. */
final class Sorted {
    /** By a question's id. */
    private final Map<String, String> topics = new HashMap<>();

    private final Map<String, String> groups = new HashMap<>();
    private final Digest.Overruled overruled;

    Sorted(Digest digest) {
        for (Coverage cell : digest.coverage()) {
            cell.card()
                    .forEach(covered -> covered.questions()
                            .forEach(q -> topics.put(q.id(), covered.topic().topic())));
        }
        for (int i = 0; i < digest.alike().size(); i++) {
            String group = "g" + (i + 1);
            digest.alike().get(i).forEach(q -> groups.put(q.id(), group));
        }
        this.overruled = digest.overruled();
    }

    /** Empty: on no card. */
    String topic(Digest.Asked question) {
        return topics.getOrDefault(question.id(), "");
    }

    /** "g2"; empty: it stands alone. */
    String group(Digest.Asked question) {
        return groups.getOrDefault(question.id(), "");
    }

    /** "topic", "group", "topic group", or empty. */
    String overruled(Digest.Asked question) {
        List<String> what = new ArrayList<>();
        if (overruled.topics().contains(question.id())) {
            what.add("topic");
        }
        if (overruled.groups().contains(question.id())) {
            what.add("group");
        }
        return String.join(" ", what);
    }
}
