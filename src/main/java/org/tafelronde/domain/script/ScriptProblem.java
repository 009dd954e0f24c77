package org.tafelronde.domain.script;

/**
 * Something wrong in a script's file.
 *
 * @param line from 1; 0 when the file as a whole is meant
 * @param where the path in the file: {@code plan[3].prompts.privacy}; empty for the file as a whole
 */
public record ScriptProblem(String file, int line, String where, String what, String mend) {
    /** {@code FILE:LINE: where: what; how to mend}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + (where.isEmpty() ? "" : where + ": ") + what + "; " + mend;
    }
}
