/** The contracts that a user implements or calls: problem, optimizer, bounds, random source. */
@NullMarked
package benchwright;

import org.jspecify.annotations.NullMarked;
