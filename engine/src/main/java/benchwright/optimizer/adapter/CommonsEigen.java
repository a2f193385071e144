package benchwright.optimizer.adapter;

import benchwright.optimizer.SymmetricEigen;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The eigendecomposition of Apache Commons Math 3: Householder's tridiagonal form, then implicit QL
 * steps. It computes with the four operations, square roots and absolute values alone, which are
 * the same on every JVM.
 */
public final class CommonsEigen implements SymmetricEigen {
  @Override
  public boolean decompose(double[] matrix, int dimension, double[] values, double[] vectors) {
    double[][] rows = new double[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        rows[i][j] = matrix[i * dimension + j];
        rows[j][i] = rows[i][j];
      }
    }
    EigenDecomposition found;
    try {
      found = new EigenDecomposition(new Array2DRowRealMatrix(rows, false));
    } catch (MaxCountExceededException notConverged) {
      return false;
    }
    RealMatrix columns = found.getV();
    for (int i = 0; i < dimension; i++) {
      values[i] = found.getRealEigenvalue(i);
      for (int j = 0; j < dimension; j++) {
        vectors[i * dimension + j] = columns.getEntry(i, j);
      }
    }
    return true;
  }
}
