package org.tafelronde.language;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tafelronde.domain.harvest.Linguist.Word;
import org.tafelronde.domain.harvest.Taught;

/**
 * What was learned from examples: a logistic regression for each topic, and one for none of them, on the {@link Traits} of a question. What
 * stands in few examples weighs more, and a long question as much as a short one (tf-idf, with vectors of length 1).
 */
final class Lessons implements Taught {
    /** How closely the examples are followed: liblinear's C. */
    private static final double CLOSELY = 20;

    private static final double EXACT = .1;

    static {
        Linear.disableDebugOutput();
    }

    private final int topics;
    private final Traits traits;
    private final double[] rarity;
    private final int kinds;
    /** By trait, and within that by kind: a topic, or none. */
    private final double[] weights;

    /** By kind, where among the weights of a trait it stands. */
    private final int[] columns;

    /**
     * @param traits of the examples; at least one
     * @param kinds what each example is about: a topic, counted from 0; {@code topics} for none of them. Each kind has an example
     */
    Lessons(int topics, Traits traits, List<Integer> kinds) {
        this.topics = topics;
        this.traits = traits;
        this.rarity = rarity();
        Problem problem = new Problem();
        problem.l = traits.ofExamples().size();
        problem.n = traits.size();
        problem.x = traits.ofExamples().stream().map(this::features).toArray(Feature[][]::new);
        problem.y = kinds.stream().mapToDouble(k -> k).toArray();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR_DUAL, CLOSELY, EXACT));
        this.kinds = model.getNrClass();
        this.weights = this.kinds == 2 ? bothSides(model.getFeatureWeights()) : model.getFeatureWeights();
        this.columns = new int[topics + 1];
        for (int i = 0; i < this.kinds; i++) {
            columns[model.getLabels()[i]] = i;
        }
    }

    private double[] rarity() {
        int[] seen = new int[traits.size()];
        traits.ofExamples().forEach(of -> Arrays.stream(Traits.each(of)).forEach(trait -> seen[trait]++));
        double all = 1.0 + traits.ofExamples().size();
        return Arrays.stream(seen).mapToDouble(n -> Math.log(all / (1 + n)) + 1).toArray();
    }

    /** Of two kinds liblinear keeps the weights for the first: what speaks for one speaks against the other. */
    private static double[] bothSides(double[] first) {
        double[] both = new double[2 * first.length];
        for (int i = 0; i < first.length; i++) {
            both[2 * i] = first[i];
            both[2 * i + 1] = -first[i];
        }
        return both;
    }

    /** Traits in their order, each once, with what they weigh in one question. */
    private record Vector(int[] traits, double[] values) {}

    private Vector vector(int[] said) {
        int[] sorted = said.clone();
        Arrays.sort(sorted);
        int[] each = new int[sorted.length];
        double[] values = new double[sorted.length];
        int n = 0;
        for (int trait : sorted) {
            if (n == 0 || trait != each[n - 1]) {
                each[n++] = trait;
            }
            values[n - 1]++;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            values[i] = (1 + Math.log(values[i])) * rarity[each[i]];
            squares += values[i] * values[i];
        }
        for (int i = 0; i < n; i++) {
            values[i] /= Math.sqrt(squares);
        }
        return new Vector(Arrays.copyOf(each, n), Arrays.copyOf(values, n));
    }

    /** As liblinear wants them: counted from 1. */
    private Feature[] features(int[] said) {
        Vector vector = vector(said);
        return IntStream.range(0, vector.traits().length)
                .mapToObj(i -> new FeatureNode(vector.traits()[i] + 1, vector.values()[i]))
                .toArray(Feature[]::new);
    }

    @Override
    public Opinion of(List<Word> words) {
        Traits.Found found = traits.of(words);
        Vector vector = vector(found.traits());
        double[] scores = new double[kinds];
        for (int i = 0; i < vector.traits().length; i++) {
            add(scores, weights, vector.traits()[i] * kinds, vector.values()[i]);
        }
        double[] chances = new double[kinds];
        double sum = 0;
        for (int kind = 0; kind < kinds; kind++) {
            chances[kind] = 1 / (1 + Math.exp(-scores[kind]));
            sum += chances[kind];
        }
        double all = sum;
        return new Opinion() {
            @Override
            public double chance(int topic) {
                return chances[columns[topic]] / all;
            }

            @Override
            public double chanceOfNone() {
                return chance(topics);
            }

            @Override
            public double[] says(int topic) {
                return Lessons.this.says(topic, words.size(), found, vector);
            }
        };
    }

    private static void add(double[] scores, double[] weights, int first, double times) {
        for (int kind = 0; kind < scores.length; kind++) {
            scores[kind] += weights[first + kind] * times;
        }
    }

    private double[] says(int topic, int words, Traits.Found found, Vector vector) {
        double[] says = new double[words];
        for (int i = 0; i < found.traits().length; i++) {
            int trait = found.traits()[i];
            int first = found.first()[i];
            int last = found.last()[i];
            double value = vector.values()[Arrays.binarySearch(vector.traits(), trait)];
            double much = weights[trait * kinds + columns[topic]] * value;
            for (int word = first; word <= last; word++) {
                says[word] += much / (1 + last - first);
            }
        }
        return says;
    }
}
