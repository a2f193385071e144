/** Optimizers that are our own, bit for bit the same on every JVM. */
@NullMarked
package benchwright.optimizer;

import org.jspecify.annotations.NullMarked;
