/** Elementary functions with the same bits on every JVM. */
@NullMarked
package benchwright.numeric;

import org.jspecify.annotations.NullMarked;
