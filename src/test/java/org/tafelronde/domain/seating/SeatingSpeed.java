package org.tafelronde.domain.seating;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The tables and the picture of docs/seating.md. It is no test, and runs only when it is asked for: {@code mvn -Dtest=SeatingSpeed test}
 */
class SeatingSpeed {
    private static final int AT_ONCE = 100_000;
    private static final int PATIENT = 1_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What one way of seating came to. */
    private record Result(Costs costs, double milliseconds, double megabytes) {}

    @Test
    void samples() {
        warmUp();
        System.out.println(
                "repeats; coming back; colleagues, processor time, allocated; at the best known: of 10 seeds, 300,000 tries");
        System.out.println(
                "| sample | bound | by hand | at random | ours, 100,000 tries | ours, 1,000,000 tries | at the best known, of 10 seeds |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String name : Samples.NAMES) {
            Instance instance = Samples.instance(name);
            SeatingProblem problem = instance.problem();
            Bounds bounds = Bounds.of(problem);
            int good = 0;
            for (int seed = 1; seed <= 10; seed++) {
                Costs costs = Planner.plan(instance.seeded(seed).problem(), Planner.THOROUGH)
                        .costs();
                good += Samples.weighted(costs) <= Samples.weighted(Samples.bestKnown(name)) ? 1 : 0;
            }
            System.out.printf(
                    "| %s | %d; %d; %d | %s | %s | %s | %s | %d |%n",
                    name,
                    bounds.repeats(),
                    bounds.revisits(),
                    bounds.sameOrganisation(),
                    brief(Costs.of(problem, byHand(problem))),
                    brief(Costs.of(problem, atRandom(problem))),
                    timed(measured(() -> Planner.plan(problem, AT_ONCE))),
                    timed(measured(() -> Planner.plan(problem, PATIENT))),
                    good);
        }
    }

    @Test
    void growth() {
        warmUp();
        System.out.println("| people | tables | formula alone | plan | repair of one leaver |");
        System.out.println("|---|---|---|---|---|");
        for (int people : List.of(16, 50, 100, 200, 500, 1_000)) {
            SeatingProblem problem =
                    Crowd.with(Crowd.cafe(people, 4, 3), Crowd.inOrganisations(people, Math.max(5, people / 40)));
            Plan plan = Planner.plan(problem);
            SeatingProblem fewer = Crowd.changing(problem, "p001", p -> Crowd.until(p, 1));
            int bound = Bounds.of(problem).weighted();
            Board board = new Board(problem, 0, java.util.Optional.empty());
            for (int i = 0; i < 200; i++) {
                Carousel.fill(board, new Dice(i), bound);
            }
            long before = THREADS.getCurrentThreadCpuTime();
            boolean formula = Carousel.fill(board, new Dice(1), bound);
            double alone = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d | %s | %s | %s |%n",
                    people,
                    problem.tables().size(),
                    formula ? "%.1f ms".formatted(alone) : "none",
                    timed(measured(() -> Planner.plan(problem))),
                    timed(measured(() -> Repair.repair(fewer, plan.rotation(), 1))));
        }
    }

    @Test
    void picture() throws IOException {
        List<int[]> lines = new ArrayList<>();
        for (int people = 12; people <= 60; people++) {
            SeatingProblem problem = Crowd.cafe(people, 4, 3);
            lines.add(new int[] {
                people,
                Costs.of(problem, byHand(problem)).repeats(),
                Costs.of(problem, atRandom(problem)).repeats(),
                Planner.plan(problem, Planner.THOROUGH).costs().repeats(),
                Bounds.of(problem).repeats()
            });
        }
        System.out.println("people: by hand, at random, ours, bound");
        lines.forEach(l -> System.out.printf("%d: %d, %d, %d, %d%n", l[0], l[1], l[2], l[3], l[4]));
        Path file = Path.of("target", "seating-repeats.svg");
        Files.writeString(file, svg(lines));
        System.out.println("drawn: " + file);
    }

    private static void warmUp() {
        for (int i = 0; i < 5; i++) {
            Planner.plan(Samples.instance("p023_org5").problem(), Planner.THOROUGH);
            Planner.plan(Crowd.cafe(200, 4, 3));
        }
    }

    private static Result measured(Supplier<Plan> making) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        Plan plan = making.get();
        return new Result(
                plan.costs(),
                (THREADS.getCurrentThreadCpuTime() - time) / 1e6,
                (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e6);
    }

    private static String brief(Costs costs) {
        return costs.repeats() + "; " + costs.revisits() + "; " + costs.sameOrganisation();
    }

    private static String timed(Result result) {
        return String.format(
                Locale.ROOT, "%s in %.0f ms, %.1f MB", brief(result.costs), result.milliseconds, result.megabytes);
    }

    /** As it is done without a plan: hosts stay for a round, and everybody else goes one table on, together. */
    private static Rotation byHand(SeatingProblem problem) {
        int tables = problem.tables().size();
        List<List<String>> at = new ArrayList<>();
        for (int t = 0; t < tables; t++) {
            at.add(new ArrayList<>());
        }
        for (int p = 0; p < problem.people().size(); p++) {
            at.get(p % tables).add(problem.people().get(p).id());
        }
        List<Seating> rounds = new ArrayList<>();
        for (int r = 0; r < problem.rounds(); r++) {
            rounds.add(seating(problem, at));
            List<List<String>> next = new ArrayList<>();
            for (int t = 0; t < tables; t++) {
                List<String> here = new ArrayList<>(at.get(Math.floorMod(t - 1, tables)));
                here.removeFirst();
                here.addLast(at.get(t).getFirst());
                next.add(here);
            }
            at = next;
        }
        return new Rotation(rounds);
    }

    private static Rotation atRandom(SeatingProblem problem) {
        List<Seating> rounds = new ArrayList<>();
        Random chance = new Random(1);
        for (int r = 0; r < problem.rounds(); r++) {
            List<String> people =
                    new ArrayList<>(problem.people().stream().map(Seater::id).toList());
            Collections.shuffle(people, chance);
            List<List<String>> at = new ArrayList<>();
            int tables = problem.tables().size();
            for (int t = 0; t < tables; t++) {
                List<String> here = new ArrayList<>();
                for (int p = t; p < people.size(); p += tables) {
                    here.add(people.get(p));
                }
                at.add(here);
            }
            rounds.add(seating(problem, at));
        }
        return new Rotation(rounds);
    }

    private static Seating seating(SeatingProblem problem, List<List<String>> at) {
        List<TableSeating> all = new ArrayList<>();
        for (int t = 0; t < at.size(); t++) {
            TableSpec spec = problem.tables().get(t);
            all.add(new TableSeating(spec.id(), spec.theme(), at.get(t).getFirst(), at.get(t)));
        }
        return new Seating(all);
    }

    private static String svg(List<int[]> lines) {
        List<String> names = List.of("by hand", "at random", "ours", "bound");
        // Told apart in greyscale too: by their dashes.
        List<String> strokes = List.of(
                "stroke=\"#b35900\" stroke-dasharray=\"2 4\"",
                "stroke=\"#7a7a7a\" stroke-dasharray=\"8 4\"",
                "stroke=\"#00538a\" stroke-width=\"3\"",
                "stroke=\"#000000\" stroke-dasharray=\"1 3\"");
        int top = lines.stream()
                .flatMapToInt(l -> java.util.Arrays.stream(l, 1, 5))
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.append("<title>Repeated meetings by number of people</title>\n");
        svg.append("<rect width=\"640\" height=\"360\" fill=\"#ffffff\"/>\n");
        svg.append("<path d=\"M50 20V320H620\" fill=\"none\" stroke=\"#000000\"/>\n");
        for (int people = 12; people <= 60; people += 8) {
            svg.append(text(x(people), 338, "middle", String.valueOf(people)));
        }
        for (int i = 0; i <= 4; i++) {
            int repeats = top * i / 4;
            svg.append(text(44, y(repeats, top) + 4, "end", String.valueOf(repeats)));
        }
        svg.append(text(335, 355, "middle", "people (4 themes, 3 rounds, the recommended tables)"));
        svg.append(text(56, 18, "start", "repeated meetings"));
        for (int n = 0; n < 4; n++) {
            StringBuilder points = new StringBuilder();
            for (int[] line : lines) {
                points.append(x(line[0]))
                        .append(',')
                        .append(y(line[n + 1], top))
                        .append(' ');
            }
            svg.append("<polyline fill=\"none\" ")
                    .append(strokes.get(n))
                    .append(" points=\"")
                    .append(points.toString().strip())
                    .append("\"/>\n");
            svg.append("<path d=\"M460 ")
                    .append(40 + 18 * n)
                    .append("h40\" fill=\"none\" ")
                    .append(strokes.get(n))
                    .append("/>\n");
            svg.append(text(508, 44 + 18 * n, "start", names.get(n)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static int x(int people) {
        return 50 + (people - 12) * 570 / 48;
    }

    private static int y(int repeats, int top) {
        return 320 - repeats * 290 / top;
    }

    private static String text(int x, int y, String anchor, String words) {
        return "<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">" + words + "</text>\n";
    }
}
