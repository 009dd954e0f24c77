package org.tafelronde.domain.script;

/**
 * What a table talks about.
 *
 * @param id lower case letters, digits and dashes: it becomes part of a channel's name
 * @param label for people: "Privacy"
 * @param guiding the theme's guiding question
 */
public record Theme(String id, String label, String guiding) {
    public Theme {
        Ids.check("a theme's id", id);
        Texts.check("the label of theme " + id, label);
        Texts.check("the guiding question of theme " + id, guiding);
    }
}
