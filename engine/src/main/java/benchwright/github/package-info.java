/** Comments on GitHub, and what it tells a workflow about the event that started it. */
@NullMarked
package benchwright.github;

import org.jspecify.annotations.NullMarked;
