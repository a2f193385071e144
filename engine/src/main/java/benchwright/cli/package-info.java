/** The street door: parse, act, exit code; one class per command. */
@NullMarked
package benchwright.cli;

import org.jspecify.annotations.NullMarked;
