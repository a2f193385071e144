/** What a run leaves behind, as immutable documents. */
@NullMarked
package benchwright.artifact;

import org.jspecify.annotations.NullMarked;
