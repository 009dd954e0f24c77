package org.tafelronde.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a typed line comes to: how it ended, and what stood on the screen. */
record Typed(int code, String out, String err) {
    static Typed line(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Typed(
                code,
                out.toString().replace(System.lineSeparator(), "\n"),
                err.toString().replace(System.lineSeparator(), "\n"));
    }
}
