package org.tafelronde.launch;

/**
 * Stands before the program in the jar, and turns away a Java that is too old for it in one line of its own. It is
 * compiled for Java 8, so that such a Java can run it: keep to the Java of those days here.
 */
public final class Launch {
    private static final int OLDEST = 25;

    private Launch() {}

    public static void main(String[] args) throws Throwable {
        String version = System.getProperty("java.specification.version");
        if (feature(version) < OLDEST) {
            System.err.println("Tafelronde needs Java " + OLDEST + " or newer, and this is Java " + version + " ("
                    + System.getProperty("java.home")
                    + "). Install a newer one, or run its bin/java by its full path.");
            System.exit(1);
        }
        // By name: a class that was compiled for a newer Java must not be met before the version is known.
        Class.forName("org.tafelronde.Tafelronde")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }

    /** Java 8 called itself 1.8. */
    private static int feature(String version) {
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }
}
