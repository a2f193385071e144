/** Documents as lines, the pieces of them that are made, and how two texts differ. */
@NullMarked
package benchwright.report.document;

import org.jspecify.annotations.NullMarked;
