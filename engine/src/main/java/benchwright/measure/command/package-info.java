/** Measures whole programs in any language: time, memory, and what they say of themselves. */
@NullMarked
package benchwright.measure.command;

import org.jspecify.annotations.NullMarked;
