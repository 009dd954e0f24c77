package org.tafelronde.chat;

import java.util.List;

/** Looks at how a platform is set up, and asks it: for an administrator, who waits for the answer. */
public interface Doctor {
    List<Finding> examine();
}
