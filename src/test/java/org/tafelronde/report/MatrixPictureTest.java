package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.testing.HarvestFixture;

class MatrixPictureTest {
    private final Digest digest = Digest.of(HarvestFixture.fullOfQuestions().harvest());
    private final byte[] png = new MatrixPicture().write(digest);

    @Test
    void a_fuller_cell_is_a_darker_cell_in_grey_too() throws IOException {
        Files.write(Path.of("target", "matrix.png"), png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        Heat heat = Heat.of(digest);
        double[] light = new double[Heat.SHADES + 1];

        for (Digest.Cell cell : digest.matrix()) {
            int row = digest.themes().indexOf(cell.theme());
            light[heat.shade(cell.count())] = lightness(image, row, cell.round());
        }

        assertThat(light[2] - light[3]).isGreaterThan(20);
        assertThat(light[3] - light[4]).isGreaterThan(20);
    }

    @Test
    void an_empty_cafe_has_a_picture_too() throws IOException {
        byte[] empty = new MatrixPicture().write(Digest.of(HarvestFixture.cafe().harvest()));

        assertThat(ImageIO.read(new ByteArrayInputStream(empty)).getWidth()).isEqualTo(1200);
    }

    @Test
    void the_page_shows_it_and_says_it_in_words() {
        Exports exports = Exports.of(HarvestFixture.fullOfQuestions());

        assertThat(exports.page().texts("//figure/img/@src"))
                .containsExactly("data:image/png;base64," + Base64.getEncoder().encodeToString(png));
        assertThat(exports.page().texts("//figure/img/@alt").getFirst())
                .isEqualTo("Warmtekaart van de vragen per thema, in ronde 1 tot en met 3. "
                        + "Inclusie: 4, 3, 2; Werkplezier: 4, 4, 2; Privacy: 5, 2, 3; Kwaliteit: 2, 3, 3.");
    }

    @Test
    void a_long_label_takes_two_lines_and_then_ends_in_an_ellipsis() {
        Lettering letters = Lettering.bold();

        assertThat(letters.lines("Inclusie", 22, 260, 2)).isEqualTo(List.of("Inclusie"));
        assertThat(letters.lines("Goed werk voor iedereen die hier werkt en woont", 22, 260, 2))
                .hasSize(2)
                .allSatisfy(line -> assertThat(letters.width(line, 22)).isLessThan(260))
                .last()
                .asString()
                .endsWith("…");
    }

    /** In a corner of the cell, where no number is. */
    private static double lightness(BufferedImage image, int row, int round) {
        int column = (1200 - 80 - 280 - 120) / 3;
        Color c = new Color(image.getRGB(40 + 280 + column * (round - 1) + 20, 210 + 92 * row + 20));
        return .299 * c.getRed() + .587 * c.getGreen() + .114 * c.getBlue();
    }
}
