/** What a suite asks for, as immutable documents that can be written as JSON. */
@NullMarked
package benchwright.suite;

import org.jspecify.annotations.NullMarked;
