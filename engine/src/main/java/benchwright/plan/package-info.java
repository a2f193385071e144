/** Expands a suite into the ordered list of trials and joins every name to code. */
@NullMarked
package benchwright.plan;

import org.jspecify.annotations.NullMarked;
