/** Statistics on arrays of doubles. */
@NullMarked
package benchwright.stats;

import org.jspecify.annotations.NullMarked;
