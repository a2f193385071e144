/** Two revisions of a repository side by side, measured in turns. */
@NullMarked
package benchwright.pair;

import org.jspecify.annotations.NullMarked;
