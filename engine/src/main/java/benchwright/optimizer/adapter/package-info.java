/** Optimizers of other libraries, and the only place that imports those libraries. */
@NullMarked
package benchwright.optimizer.adapter;

import org.jspecify.annotations.NullMarked;
