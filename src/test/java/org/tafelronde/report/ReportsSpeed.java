package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.flow.Scripts;
import org.tafelronde.language.LuceneLinguist;
import org.tafelronde.store.script.YamlScripts;
import org.tafelronde.testing.HarvestFixture;

/**
 * What 10,000 questions cost by the script that comes with the bot, with its card of 40 topics and all its examples; in a process of their
 * own, with the collector that the bot starts with and a heap of 400 MB: {@code mvn -Dtest=ReportsSpeed test} prints a table. It fails when
 * the heap is too small. Times are only printed: they vary with whatever else the machine does, so the processor's stand beside them.
 */
class ReportsSpeed {
    private static final Script SCRIPT = script();
    private static final List<String> THEMES =
            SCRIPT.themes().stream().map(Theme::id).toList();
    /** Few, so that questions are as much alike as they can be: the worst there is for grouping. */
    private static final List<String> WORDS = List.of(
            "gegevens",
            "bewaren",
            "jongeren",
            "ouders",
            "behandelaar",
            "systeem",
            "profiel",
            "advies",
            "leverancier",
            "toestemming",
            "uitleggen",
            "vooroordelen",
            "datalek",
            "beveiliging",
            "vragenlijst",
            "gesprek",
            "werkdruk",
            "scholing",
            "controle",
            "uitkomst",
            "fouten",
            "betrouwbaar",
            "dossier",
            "inzage",
            "meten",
            "groepen",
            "taal",
            "kosten",
            "wachtlijst",
            "gemeente",
            "vertrouwen",
            "klachten",
            "evaluatie",
            "training",
            "algoritme");

    private static final Linguist LINGUIST = new LuceneLinguist();

    @Test
    void ten_thousand_questions_in_all_forms_within_400_megabytes() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-Xmx400m", "-cp", classes, ReportsSpeed.class.getName())
                .redirectErrorStream(true)
                .start();
        process.inputReader().lines().filter(line -> line.contains("|")).forEach(System.out::println);

        assertThat(process.waitFor()).isZero();
    }

    /** In the process of its own. */
    public static void main(String[] arguments) {
        Harvest thousand = asked(1_000);
        Harvest tenThousand = asked(10_000);
        // As in a house that has drawn a small report before.
        new Reports(LINGUIST).of(HarvestFixture.fullOfQuestions().harvest(), LocalDate.EPOCH);

        System.out.println("| | wall clock | processor |");
        System.out.println("|---|---|---|");
        // As when a café is opened.
        alone("learning from the examples, once for a script", () -> LINGUIST.taught(SCRIPT.card(), Language.NL));
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        everyForm("10,000 questions, all files, at first", tenThousand);
        everyForm("the same once more", tenThousand);
        long peak = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();

        alone("grouping 1,000", () -> thousand.alike(LINGUIST));
        alone("grouping 10,000", () -> tenThousand.alike(LINGUIST));
        alone("the whole model", () -> Digest.of(tenThousand, LocalDate.EPOCH, LINGUIST));
        Digest digest = Digest.of(tenThousand, LocalDate.EPOCH, LINGUIST);
        for (Format format : List.of(
                new HtmlReport(),
                new PdfReport(),
                new MarkdownReport(),
                new CsvReport(),
                new JsonReport(),
                new MatrixPicture())) {
            long[] size = {0};
            alone(format.file(), () -> size[0] = format.write(digest).length);
            System.out.printf("| ... | %d kB | |%n", size[0] / 1000);
        }
        System.out.printf("| heap of 400 MB: peaks of its parts, garbage included, added up | %d MB | |%n", peak >> 20);
    }

    private static Script script() {
        return switch (new YamlScripts("seeds/scripts").admit("smart-from-the-start.nl")) {
            case Scripts.Found.Good good -> good.script();
            case Scripts.Found.Bad bad -> throw new AssertionError(bad);
            case Scripts.Found.None none -> throw new AssertionError(none);
        };
    }

    private static Harvest asked(int questions) {
        HarvestFixture cafe = HarvestFixture.of(SCRIPT);
        Random dice = new Random(1);
        for (int i = 0; i < questions; i++) {
            StringBuilder text = new StringBuilder("Hoe gaan we om met");
            for (int w = 0; w < 6; w++) {
                text.append(' ').append(WORDS.get(dice.nextInt(WORDS.size())));
            }
            cafe.asks(
                    HarvestFixture.CAST.get(i % 16),
                    THEMES.get(i % 4),
                    1 + i / 4 % 3,
                    text.append("?").toString());
        }
        return cafe.harvest();
    }

    private static void everyForm(String what, Harvest harvest) {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        timed(what, machine::getProcessCpuTime, () -> {
            List<Media.Medium> files = new Reports(LINGUIST).of(harvest, LocalDate.EPOCH);
            assertThat(files).hasSize(6);
        });
    }

    private static void alone(String what, Runnable work) {
        timed(what, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, work);
    }

    private static void timed(String what, LongSupplier processor, Runnable work) {
        long wall = System.nanoTime();
        long busy = processor.getAsLong();
        work.run();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d ms | %d ms |%n",
                what,
                (System.nanoTime() - wall) / 1_000_000,
                (processor.getAsLong() - busy) / 1_000_000);
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
