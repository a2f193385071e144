/** The statements and units of a suite's script, and the suite that they add up to. */
@NullMarked
package benchwright.script;

import org.jspecify.annotations.NullMarked;
