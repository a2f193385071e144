/** Writes HTML and SVG in which everything that is text is escaped. */
@NullMarked
package benchwright.report.markup;

import org.jspecify.annotations.NullMarked;
