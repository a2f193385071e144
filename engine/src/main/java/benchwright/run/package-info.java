/** Carries out a plan on threads or in worker processes, and says what happened. */
@NullMarked
package benchwright.run;

import org.jspecify.annotations.NullMarked;
