/** Renders summaries, plans and progress as text for a terminal. */
@NullMarked
package benchwright.report;

import org.jspecify.annotations.NullMarked;
