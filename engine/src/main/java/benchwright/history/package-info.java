/** The record of a run: the journal, the artifact files and their checks. */
@NullMarked
package benchwright.history;

import org.jspecify.annotations.NullMarked;
