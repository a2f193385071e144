/**
 * Objective functions with bounds and known optimum: BBOB f1–f24 and the classics.
 *
 * <p>{@link benchwright.objective.Bbob} and {@link benchwright.objective.Classics} list the
 * families; a family makes an {@link benchwright.objective.Objective} for a dimension and an
 * instance, and that makes an {@link benchwright.objective.Evaluator} for each thread.
 */
@NullMarked
package benchwright.objective;

import org.jspecify.annotations.NullMarked;
