/**
 * Turns the text of a script into a suite, or into problems with file, line and column; keeps
 * compiled scripts.
 */
@NullMarked
package benchwright.compile;

import org.jspecify.annotations.NullMarked;
