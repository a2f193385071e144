/** Summaries of what happened, independent of the order in which it happened. */
@NullMarked
package benchwright.analysis;

import org.jspecify.annotations.NullMarked;
