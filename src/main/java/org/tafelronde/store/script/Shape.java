package org.tafelronde.store.script;

import java.util.List;
import java.util.Map;

/** The form that one place in a script's file must have. The checker and the editors' schema are both made from it. */
sealed interface Shape {
    /** What people read; line breaks are kept. */
    record Text(int most) implements Shape {}

    /** A name that people type and other places refer to. */
    record Id() implements Shape {}

    /**
     * @param of what is counted, for a sentence like "5 is too few MINUTES FOR A ROUND"
     */
    record Whole(int least, int most, String of) implements Shape {}

    record Flag() implements Shape {}

    /** A time of day: {@code "10:00"}. */
    record TimeOfDay() implements Shape {}

    record Choice(List<String> words) implements Shape {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /**
     * The name of a file in the script's own folder, or below it.
     *
     * @param form a regular expression
     * @param of what is in it, for a sentence like "X cannot be the file of THE PICTURE"
     * @param endings for a sentence like "name a file that ends in .PNG OR .JPG"
     */
    record FileName(String form, String of, String endings) implements Shape {
        /** Below the folder, never above it. */
        private static final String BELOW = "(?!.*[.][.])[A-Za-z0-9_-][A-Za-z0-9._/-]*[.]";

        static final FileName PICTURE = new FileName(BELOW + "(png|jpg|jpeg)", "the picture", ".png, .jpg or .jpeg");
        static final FileName EXAMPLES = new FileName(BELOW + "(tsv|txt)", "the examples", ".tsv or .txt");
    }

    record Many(Shape of, int least, int most) implements Shape {}

    /** A mapping whose keys are ids of something else in the file. */
    record ById(Shape of) implements Shape {}

    /** A mapping with known keys. */
    record Fields(List<Field> fields) implements Shape {
        public Fields {
            fields = List.copyOf(fields);
        }

        List<String> names() {
            return fields.stream().map(Field::name).toList();
        }
    }

    /** A mapping whose known keys depend on what it says its kind is. */
    record Kinds(Map<String, Fields> kinds) implements Shape {}

    /**
     * @param help one line for who writes it, shown by editors
     */
    record Field(String name, boolean required, Shape shape, String help) {}
}
