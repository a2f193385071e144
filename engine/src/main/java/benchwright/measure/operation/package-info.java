/**
 * Operations of a suite, measured by JMH in JVMs of their own; the only importer of JMH.
 *
 * <p>Three kinds of JVM take part: the one that asks ({@link
 * benchwright.measure.operation.OperationForks}), a host that runs JMH and idles while something is
 * measured ({@link benchwright.measure.operation.HostMain}), and the fork that the host starts for
 * each reading, which executes the script's set-up and calls what is timed.
 */
@NullMarked
package benchwright.measure.operation;

import org.jspecify.annotations.NullMarked;
