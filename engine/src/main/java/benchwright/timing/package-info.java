/** Measures the cases of a plan, one group after another, and keeps what came of each. */
@NullMarked
package benchwright.timing;

import org.jspecify.annotations.NullMarked;
