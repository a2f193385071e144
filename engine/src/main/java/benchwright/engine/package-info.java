/**
 * The whole road from a suite to its artifact, for programs in Java and Kotlin and for the command
 * line.
 */
@NullMarked
package benchwright.engine;

import org.jspecify.annotations.NullMarked;
