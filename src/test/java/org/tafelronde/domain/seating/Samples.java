package org.tafelronde.domain.seating;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The sample instances: people, tables, and the best that is known. */
final class Samples {
    static final List<String> NAMES = List.of(
            "p003",
            "p005",
            "p007",
            "p012",
            "p013",
            "p016",
            "p020",
            "p023_org5",
            "p030_v3",
            "p032_r4",
            "p100_org12",
            "p1000_org25");

    private Samples() {}

    static Map<?, ?> parsed(String name) {
        try (InputStream file = Samples.class.getResourceAsStream("/seating/" + name + ".json")) {
            return new ObjectMapper().readValue(file, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instance instance(String name) {
        return Instance.of(parsed(name));
    }

    static Costs bestKnown(String name) {
        return costs((Map<?, ?>) parsed(name).get("best_known"));
    }

    static Costs proven(String name) {
        return costs((Map<?, ?>) parsed(name).get("lower_bound"));
    }

    private static Costs costs(Map<?, ?> from) {
        return new Costs(
                (int) from.get("chair_repeats"),
                (int) from.get("value_revisits"),
                0,
                (int) from.get("repeat_meetings"),
                (int) from.get("same_organisation_pairs"));
    }

    static int weighted(Costs costs) {
        return costs.hostingTwice() * 3000
                + costs.revisits() * 1000
                + costs.apart() * 50
                + costs.repeats() * 10
                + costs.sameOrganisation() * 3;
    }
}
