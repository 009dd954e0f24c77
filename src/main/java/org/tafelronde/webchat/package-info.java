/**
 * The embedded chat platform: places, threads, buttons and forms in a web page, for people without an account anywhere.
 *
 * <p>{@link org.tafelronde.webchat.WebChat} is the platform; the controllers beside it are one way in, code that plays people is
 * another. What is said is kept on a {@link org.tafelronde.webchat.Board}.
 */
@NullMarked
package org.tafelronde.webchat;

import org.jspecify.annotations.NullMarked;
