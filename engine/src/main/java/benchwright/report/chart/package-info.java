/** Charts as records without a look, and the one way in which they are drawn: static SVG. */
@NullMarked
package benchwright.report.chart;

import org.jspecify.annotations.NullMarked;
