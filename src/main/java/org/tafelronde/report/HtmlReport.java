package org.tafelronde.report;

import static org.tafelronde.report.Html.with;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.tafelronde.domain.harvest.Digest;

/** {@code digest.html}: one file that needs nothing else, for a screen of any width and for paper. */
final class HtmlReport implements Format {
    private static final String STYLE = Resources.text("digest.css");
    /** Nothing is loaded and nothing runs, whatever is in the page. */
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    @Override
    public String file() {
        return "digest.html";
    }

    @Override
    public String type() {
        return "text/html";
    }

    @Override
    public byte[] write(Digest digest) {
        Words words = Words.in(digest.language());
        Html h = new Html();
        h.raw("<!DOCTYPE html>\n");
        h.in("html", with("lang", digest.language().code()), () -> {
            h.in("head", () -> head(h, digest, words));
            h.in("body", () -> {
                h.in("main", () -> {
                    new HtmlFirstPage(h, digest, words).write();
                    HtmlMatrix matrix = new HtmlMatrix(h, digest, words, picture(digest));
                    HtmlRest rest = new HtmlRest(h, digest, words);
                    matrix.counts();
                    rest.effects();
                    new HtmlCoverage(h, digest, words, Integer.MAX_VALUE).write();
                    matrix.questions();
                    rest.write();
                });
                h.text("footer", words.say("footer"));
            });
        });
        return h.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void head(Html h, Digest digest, Words words) {
        h.empty("meta", "charset", "utf-8");
        h.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        h.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        h.empty("meta", "name", "color-scheme", "content", "light dark");
        h.text("title", digest.title() + " · " + words.say("kind"));
        h.raw("<style>\n" + STYLE + "</style>\n");
    }

    private static String picture(Digest digest) {
        MatrixPicture picture = new MatrixPicture();
        return "data:" + picture.type() + ";base64," + Base64.getEncoder().encodeToString(picture.write(digest));
    }
}
