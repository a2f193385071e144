package benchwright.objective;

import java.util.Arrays;

/**
 * A square matrix that is applied to many vectors.
 *
 * <p>It is kept by columns: adding up columns gives all coordinates of the product at once, each
 * summed in the order of the definition. Four columns share a loop, which the just-in-time compiler
 * vectorizes where it would leave a loop over eight alone. Small matrices are applied row by row.
 */
final class Matrix {
  private static final int SMALL = 8;

  private final double[][] columns;
  private final double[][] rows;

  private Matrix(double[][] columns) {
    this.columns = columns;
    this.rows = columns.length < SMALL ? transposed(columns) : new double[0][];
  }

  static Matrix ofColumns(double[][] columns) {
    return new Matrix(columns);
  }

  static Matrix ofRows(double[][] rows) {
    return new Matrix(transposed(rows));
  }

  int dimension() {
    return columns.length;
  }

  double at(int row, int column) {
    return columns[column][row];
  }

  /** The matrix with every entry multiplied by a factor. */
  Matrix times(double factor) {
    int d = dimension();
    double[][] scaled = new double[d][d];
    for (int j = 0; j < d; j++) {
      for (int i = 0; i < d; i++) {
        scaled[j][i] = factor * columns[j][i];
      }
    }
    return new Matrix(scaled);
  }

  /** diag({@code diagonal}) times this matrix. */
  Matrix scaledRows(double[] diagonal) {
    int d = dimension();
    double[][] scaled = new double[d][d];
    for (int j = 0; j < d; j++) {
      for (int i = 0; i < d; i++) {
        scaled[j][i] = diagonal[i] * columns[j][i];
      }
    }
    return new Matrix(scaled);
  }

  /** This matrix times diag({@code diagonal}) times {@code right}. */
  Matrix times(double[] diagonal, Matrix right) {
    int d = dimension();
    double[][] product = new double[d][d];
    for (int j = 0; j < d; j++) {
      double[] column = product[j];
      for (int k = 0; k < d; k++) {
        double[] left = columns[k];
        double scale = diagonal[k];
        double factor = right.columns[j][k];
        for (int i = 0; i < d; i++) {
          column[i] += left[i] * scale * factor;
        }
      }
    }
    return new Matrix(product);
  }

  /** The sums of the columns: the transposed matrix times (1, …, 1). */
  double[] columnSums() {
    double[] sums = new double[dimension()];
    for (int j = 0; j < sums.length; j++) {
      for (double entry : columns[j]) {
        sums[j] += entry;
      }
    }
    return sums;
  }

  /**
   * Multiplies {@code count} vectors, which stand one after the other in {@code x}: y = start +
   * M·x.
   *
   * @param start what each coordinate of a product begins with
   * @param sum scratch for one vector
   */
  void apply(double[] x, int count, double start, double[] sum, double[] y) {
    int d = dimension();
    if (d < SMALL) {
      applySmall(x, count, start, y);
      return;
    }
    for (int k = 0; k < count; k++) {
      applyOne(x, k * d, start, sum);
      System.arraycopy(sum, 0, y, k * d, d);
    }
  }

  private void applyOne(double[] x, int from, double start, double[] sum) {
    double[][] c = columns;
    int d = c.length;
    int j = 0;
    Arrays.fill(sum, 0, d, start);
    for (; j + 3 < d; j += 4) {
      int p = from + j;
      addFour(c[j], c[j + 1], c[j + 2], c[j + 3], x[p], x[p + 1], x[p + 2], x[p + 3], sum, d);
    }
    for (; j < d; j++) {
      addOne(c[j], x[from + j], sum, d);
    }
  }

  private static void addFour(
      double[] c0,
      double[] c1,
      double[] c2,
      double[] c3,
      double x0,
      double x1,
      double x2,
      double x3,
      double[] sum,
      int d) {
    for (int i = 0; i < d; i++) {
      sum[i] = sum[i] + x0 * c0[i] + x1 * c1[i] + x2 * c2[i] + x3 * c3[i];
    }
  }

  private static void addOne(double[] c, double x, double[] sum, int d) {
    for (int i = 0; i < d; i++) {
      sum[i] = sum[i] + x * c[i];
    }
  }

  private void applySmall(double[] x, int count, double start, double[] y) {
    int d = dimension();
    int k = 0;
    for (; k + 3 < count; k += 4) {
      for (int i = 0; i < d; i++) {
        multiplyFour(rows[i], x, k * d, start, y, k * d + i);
      }
    }
    for (; k < count; k++) {
      for (int i = 0; i < d; i++) {
        y[k * d + i] = multiplyOne(rows[i], x, k * d, start);
      }
    }
  }

  /** A row times four vectors: each product waits for its own last addition only. */
  private static void multiplyFour(
      double[] row, double[] x, int from, double start, double[] y, int to) {
    int d = row.length;
    double a = start;
    double b = start;
    double c = start;
    double e = start;
    for (int j = 0; j < d; j++) {
      double factor = row[j];
      int p = from + j;
      a += x[p] * factor;
      b += x[p + d] * factor;
      c += x[p + 2 * d] * factor;
      e += x[p + 3 * d] * factor;
    }
    y[to] = a;
    y[to + d] = b;
    y[to + 2 * d] = c;
    y[to + 3 * d] = e;
  }

  private static double multiplyOne(double[] row, double[] x, int from, double start) {
    double sum = start + x[from] * row[0] + x[from + 1] * row[1];
    for (int j = 2; j < row.length; j++) {
      sum += x[from + j] * row[j];
    }
    return sum;
  }

  private static double[][] transposed(double[][] matrix) {
    int d = matrix.length;
    double[][] transposed = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return transposed;
  }
}
