/**
 * Between Benchwright and a Spark cluster: bytes in, bytes out. Knows Spark, and nothing of trials.
 */
@NullMarked
package benchwright.spark;

import org.jspecify.annotations.NullMarked;
