/**
 * Shows suites as tests of the JUnit Platform: one test for each optimizer, function and dimension,
 * and one for the artifact that the run leaves behind.
 */
@NullMarked
package benchwright.junit;

import org.jspecify.annotations.NullMarked;
