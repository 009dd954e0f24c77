package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's colours, by day and by night: what stands on what can be read (WCAG 2.2, AA). */
class DigestColoursTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});");
    private static final double READABLE = 4.5;

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, card",
        "ink, sand",
        "ink, none",
        "ink, heat-1",
        "ink, heat-2",
        "ink, heat-3",
        "on-teal, heat-4",
        "on-teal, teal",
        "soft, paper",
        "soft, card",
        "soft, sand",
        "teal, paper",
        "clay, paper",
        "clay, sand"
    })
    void words_can_be_read_on_it(String words, String ground) {
        assertThat(contrast(day(), words, ground)).as("by day").isGreaterThan(READABLE);
        assertThat(contrast(night(), words, ground)).as("by night").isGreaterThan(READABLE);
    }

    private static Map<String, String> day() {
        return colours(style().substring(0, style().indexOf("}")));
    }

    /** What the night does not change is as by day. */
    private static Map<String, String> night() {
        String dark = style().substring(style().indexOf("@media screen and (prefers-color-scheme: dark)"));
        Map<String, String> colours = day();
        colours.putAll(colours(dark.substring(0, dark.indexOf("}"))));
        return colours;
    }

    private static String style() {
        return Resources.text("digest.css");
    }

    private static Map<String, String> colours(String style) {
        Map<String, String> colours = new HashMap<>();
        COLOUR.matcher(style).results().forEach(r -> colours.put(r.group(1), r.group(2)));
        return colours;
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        double a = luminance(colours.get(one));
        double b = luminance(colours.get(other));
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }

    private static double luminance(String hex) {
        return .2126 * light(hex, 0) + .7152 * light(hex, 2) + .0722 * light(hex, 4);
    }

    private static double light(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= .04045 ? value / 12.92 : Math.pow((value + .055) / 1.055, 2.4);
    }
}
