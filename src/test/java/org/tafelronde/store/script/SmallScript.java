package org.tafelronde.store.script;

/** A script in which nothing is wrong, to break in tests. Its lines are counted there. */
final class SmallScript {
    static final String GOOD = """
            version: 1
            language: en
            title: A small café
            purpose: To try things out.
            asks: Nothing at all.
            question: What would you ask?
            starts: "14:00"
            ends: "15:00"
            themes:
              - {id: red, label: Red, guiding: "What is red?"}
              - {id: blue, label: Blue, guiding: "What is blue?"}
            plan:
              - kind: talk
                id: hello
                title: Hello
                minutes: 10
                texts: [Hello!]
              - kind: round
                id: first
                title: First
                minutes: 20
                changing: 5
                prompts:
                  red: Ask about red.
                  blue: Ask about blue.
                interventions:
                  - {id: news, title: News, at: 10, text: It snows., asks: "What now?"}
              - kind: pick
                id: pick
                title: Pick
                minutes: 5
              - kind: feedback
                id: feedback
                title: Feedback
                minutes: 10
              - kind: debrief
                id: debrief
                title: Debrief
                minutes: 10
                prompts: ["How was it?"]
            spare:
              - {id: storm, title: Storm, text: It storms., asks: "And now?"}
            """;
    /** The first line after {@link #GOOD}. */
    static final int NEXT = 43;

    private SmallScript() {}

    static String with(String old, String instead) {
        if (!GOOD.contains(old)) {
            throw new IllegalArgumentException("the small script has no \"" + old + "\"");
        }
        return GOOD.replace(old, instead);
    }

    static String and(String more) {
        return GOOD + more;
    }
}
