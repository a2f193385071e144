/** The machine and the checkout that a run was made on, and what the run took of them. */
@NullMarked
package benchwright.measure;

import org.jspecify.annotations.NullMarked;
