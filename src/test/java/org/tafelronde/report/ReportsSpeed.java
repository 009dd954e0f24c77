package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.language.LuceneLinguist;
import org.tafelronde.testing.HarvestFixture;

/** 10,000 questions in all forms: {@code mvn -Dtest=ReportsSpeed test}. */
class ReportsSpeed {
    private static final List<String> THEMES = List.of("inclusie", "werkplezier", "privacy", "kwaliteit");
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

    @Test
    void ten_thousand_questions_in_all_forms() {
        HarvestFixture cafe = HarvestFixture.cafe();
        Random dice = new Random(1);
        for (int i = 0; i < 10_000; i++) {
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
        LuceneLinguist linguist = new LuceneLinguist();
        new Reports(linguist).of(HarvestFixture.fullOfQuestions().harvest(), LocalDate.EPOCH);

        long begin = System.nanoTime();
        List<Media.Medium> files = new Reports(linguist).of(cafe.harvest(), LocalDate.EPOCH);
        long millis = (System.nanoTime() - begin) / 1_000_000;

        Digest digest = Digest.of(cafe.harvest(), LocalDate.EPOCH, linguist);
        for (Format format : List.of(new HtmlReport(), new PdfReport(), new MarkdownReport(), new JsonReport())) {
            long start = System.nanoTime();
            format.write(digest);
            System.out.printf("%s: %d ms%n", format.file(), (System.nanoTime() - start) / 1_000_000);
        }
        long start = System.nanoTime();
        cafe.harvest().alike(linguist);
        System.out.printf("grouping: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        Digest.of(cafe.harvest(), LocalDate.EPOCH, linguist);
        System.out.printf("the whole model: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        files.forEach(f -> System.out.printf("%s: %d kB%n", f.name(), f.bytes().length / 1000));
        System.out.printf("10,000 questions in %d forms: %d ms%n", files.size(), millis);
        assertThat(millis).isLessThan(3_000);
    }
}
