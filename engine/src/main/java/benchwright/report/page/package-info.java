/** Reviews of runs as HTML pages that need nothing but themselves. */
@NullMarked
package benchwright.report.page;

import org.jspecify.annotations.NullMarked;
