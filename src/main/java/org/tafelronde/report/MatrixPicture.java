package org.tafelronde.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.script.Theme;

/**
 * {@code matrix.png}: how many questions there are by theme and round, for slides and chats (F58). Each shade is a good deal darker than the
 * one before, so that it holds in grey, and the number in the cell says the same.
 */
final class MatrixPicture implements Format {
    private static final Color PAPER = new Color(0xfffdf8);
    private static final Color INK = new Color(0x20302f);
    private static final Color SOFT = new Color(0x52605e);
    private static final Color TEAL = new Color(0x0e5a5a);
    private static final Color RIM = new Color(0x8d948f);
    /** From none to many, as in the page. */
    private static final Color[] SHADES = {
        Color.WHITE, new Color(0xe2f0ee), new Color(0xb4d9d4), new Color(0x74b5ae), TEAL
    };

    private static final int WIDTH = 1200;
    private static final int MARGIN = 40;
    private static final int NAMES = 280;
    private static final int HEAD = 210;
    private static final int ROW = 92;
    private static final int SUMS = 120;
    private static final int FOOT = 110;
    private static final int GAP = 6;

    @Override
    public String file() {
        return "matrix.png";
    }

    @Override
    public String type() {
        return "image/png";
    }

    @Override
    public byte[] write(Digest digest) {
        int height = HEAD + ROW * digest.themes().size() + FOOT;
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(PAPER);
        g.fillRect(0, 0, WIDTH, height);
        new Drawing(g, digest).all();
        g.dispose();
        return png(image);
    }

    private static byte[] png(BufferedImage image) {
        // Not through a file in between, as ImageIO would have it.
        ImageIO.setUseCache(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final class Drawing {
        private final Graphics2D g;
        private final Digest digest;
        private final Words words;
        private final Heat heat;
        private final double column;

        Drawing(Graphics2D g, Digest digest) {
            this.g = g;
            this.digest = digest;
            this.words = Words.in(digest.language());
            this.heat = Heat.of(digest);
            this.column = (double) (WIDTH - 2 * MARGIN - NAMES - SUMS)
                    / Math.max(1, digest.rounds().size());
        }

        void all() {
            g.setColor(TEAL);
            line(Lettering.bold(), words.say("overview.heading"), 32, 66);
            g.setColor(SOFT);
            line(Lettering.regular(), digest.title() + " · " + words.date(digest.date()), 20, 98);
            heads();
            double y = HEAD;
            for (Theme theme : digest.themes()) {
                row(theme, y);
                y += ROW;
            }
            sums(y);
        }

        private void line(Lettering letters, String text, double size, double y) {
            String fits = letters.lines(text, size, WIDTH - 2.0 * MARGIN, 1).getFirst();
            letters.draw(g, fits, size, MARGIN, y);
        }

        private void heads() {
            for (int r = 1; r <= digest.rounds().size(); r++) {
                double middle = left(r) + (column - GAP) / 2;
                g.setColor(INK);
                Lettering.bold().centred(g, words.say("round.head", r), 20, middle, HEAD - 66.0);
                g.setColor(SOFT);
                double y = HEAD - 40.0;
                for (String part : Lettering.regular().lines(digest.rounds().get(r - 1), 17, column - 20, 2)) {
                    Lettering.regular().centred(g, part, 17, middle, y);
                    y += 22;
                }
            }
            g.setColor(INK);
            Lettering.bold().centred(g, words.say("total"), 20, sumsMiddle(), HEAD - 66.0);
        }

        private void row(Theme theme, double y) {
            g.setColor(INK);
            List<String> name = Lettering.bold().lines(theme.label(), 22, NAMES - 20.0, 2);
            double foot = y + (ROW - GAP) / 2.0 + 8 - (name.size() - 1) * 14;
            for (String part : name) {
                Lettering.bold().draw(g, part, 22, MARGIN, foot);
                foot += 28;
            }
            int sum = 0;
            for (Digest.Cell cell : digest.row(theme)) {
                cell(cell.count(), left(cell.round()), y);
                sum += cell.count();
            }
            g.setColor(SOFT);
            Lettering.regular().centred(g, String.valueOf(sum), 24, sumsMiddle(), y + (ROW - GAP) / 2.0 + 9);
        }

        private void cell(int count, double x, double y) {
            int shade = heat.shade(count);
            RoundRectangle2D box = new RoundRectangle2D.Double(x + .5, y + .5, column - GAP, ROW - GAP, 10, 10);
            g.setColor(SHADES[shade]);
            g.fill(box);
            // An empty cell is as white as paper: its rim shows that it is one.
            g.setColor(shade == 0 ? RIM : SHADES[shade]);
            g.draw(box);
            g.setColor(shade == Heat.SHADES ? Color.WHITE : INK);
            Lettering.bold().centred(g, String.valueOf(count), 32, x + (column - GAP) / 2, y + (ROW - GAP) / 2.0 + 12);
        }

        private void sums(double y) {
            g.setColor(SOFT);
            Lettering.regular().draw(g, words.say("total"), 20, MARGIN, y + 32);
            for (int r = 1; r <= digest.rounds().size(); r++) {
                int round = r;
                int sum = digest.matrix().stream()
                        .filter(c -> c.round() == round)
                        .mapToInt(Digest.Cell::count)
                        .sum();
                Lettering.regular().centred(g, String.valueOf(sum), 24, left(r) + (column - GAP) / 2, y + 34);
            }
            int all = digest.matrix().stream().mapToInt(Digest.Cell::count).sum();
            g.setColor(INK);
            Lettering.bold().centred(g, String.valueOf(all), 24, sumsMiddle(), y + 34);
            g.setColor(SOFT);
            line(Lettering.regular(), words.say("overview.caption"), 16, y + 80);
        }

        private double left(int round) {
            return MARGIN + NAMES + column * (round - 1);
        }

        private double sumsMiddle() {
            return WIDTH - MARGIN - SUMS / 2.0;
        }
    }
}
