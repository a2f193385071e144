package benchwright.optimizer;

/**
 * Finds the eigenvalues and eigenvectors of symmetric matrices, the same bits for the same bits.
 */
public interface SymmetricEigen {
  /**
   * Decomposes a matrix A = B · diag(values) · Bᵀ.
   *
   * @param matrix A, row after row, of which the lower triangle is read
   * @param dimension the number of rows
   * @param values receives the eigenvalues, in any order
   * @param vectors receives B, row after row: the column j is the unit eigenvector of the value j
   * @return false if the computation does not converge, as with a matrix that holds NaN; then
   *     values and vectors mean nothing
   */
  boolean decompose(double[] matrix, int dimension, double[] values, double[] vectors);
}
