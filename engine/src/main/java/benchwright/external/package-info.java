/** Builds and talks to programs in other languages, one process for each trial. */
@NullMarked
package benchwright.external;

import org.jspecify.annotations.NullMarked;
