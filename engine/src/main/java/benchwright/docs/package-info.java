/** Documents that are run: examples, marked regions, pages from artifacts, and specifications. */
@NullMarked
package benchwright.docs;

import org.jspecify.annotations.NullMarked;
