/** How the bot comes into a workspace: what it asks for, its tokens, the door to Slack that opens from inside, and what is wrong. */
@NullMarked
package org.tafelronde.slack.install;

import org.jspecify.annotations.NullMarked;
