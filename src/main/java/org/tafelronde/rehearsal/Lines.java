package org.tafelronde.rehearsal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Script;

/** What virtual people are called and what they say, in the script's language. */
final class Lines {
    private final Script script;
    private final ResourceBundle words;

    Lines(Script script) {
        this.script = script;
        this.words = ResourceBundle.getBundle(
                "rehearsal." + script.language().code(),
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String facilitator() {
        return words.getString("facilitator");
    }

    /** The n-th person's name; as many different ones as there are first and last names, times each other. */
    String name(int n) {
        List<String> first = several("first");
        List<String> last = several("last");
        // Both lists go round, shifted by one every time that they meet again.
        int shift = n / last.size();
        return first.get(n % first.size()) + " " + last.get((n + shift) % last.size())
                + (n < first.size() * last.size() / 5 ? "" : " " + (n + 1));
    }

    /**
     * The n-th question about a theme in a round: the script's own samples first, then the reference card's, then the same with another
     * beginning. No two numbers below a few hundred give the same words.
     */
    String question(String theme, int round, int n) {
        List<String> known = new ArrayList<>(
                script.samples().getOrDefault(theme, java.util.Map.of()).getOrDefault(round, List.of()));
        script.card().of(theme, round).stream()
                .map(ReferenceCard.Topic::question)
                .filter(q -> !known.contains(q))
                .forEach(known::add);
        if (known.isEmpty()) {
            known.add(script.round(round).prompts().getOrDefault(theme, script.question()));
        }
        return begun(known.get(n % known.size()), n / known.size());
    }

    private String begun(String question, int times) {
        List<String> more = several("more");
        String all = question;
        for (int left = times; left > 0; left = (left - 1) / more.size()) {
            all = more.get((left - 1) % more.size()) + lower(all);
        }
        return all;
    }

    /** A question that answers an intervention. */
    String afterIntervention(String theme, int round, int n) {
        List<String> after = several("after");
        return after.get(n % after.size()) + lower(question(theme, round, n + 1));
    }

    private static String lower(String sentence) {
        boolean word = sentence.length() > 1 && Character.isLowerCase(sentence.charAt(1));
        return word ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1) : sentence;
    }

    String edited(String question) {
        return question + words.getString("edited");
    }

    String withdrawn() {
        return words.getString("withdrawn");
    }

    String essence(int n) {
        List<String> all = several("essence");
        return all.get(n % all.size());
    }

    /** Why somebody does not want management to read a question. */
    String objection(int n) {
        List<String> all = several("objection");
        return all.get(n % all.size());
    }

    String answer(int n) {
        List<String> all = several("answers");
        return all.get(n % all.size());
    }

    private List<String> several(String key) {
        return Arrays.asList(words.getString(key).split("\\|"));
    }
}
