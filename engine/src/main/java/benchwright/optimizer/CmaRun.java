package benchwright.optimizer;

import benchwright.Problem;
import benchwright.RandomSource;
import benchwright.numeric.PinnedMath;
import java.util.Arrays;

/**
 * One run of CMA-ES (Hansen and Ostermeier, Evolutionary Computation 9, 2001) as Hansen's tutorial
 * (arXiv 1604.00772, Figure 6) has it today: weighted recombination, cumulative step-size
 * adaptation, and a covariance matrix that is updated by its path, by the good points, and, with
 * negative weights, by the bad ones (Jastrebski and Arnold, 2006). Numbers in brackets are the
 * tutorial's equations.
 *
 * <p>It works in coordinates in which the box is ten wide ({@link TenWideBox}). It starts in the
 * middle four fifths of the box, as BBOB-2009's runs did, and does not look at the box again:
 * points outside are evaluated as the function defines.
 *
 * <p>The order of draws, which is part of the results: a uniform number for each coordinate of the
 * start; then in every generation, point by point, a Gaussian for each coordinate.
 */
final class CmaRun {
  /**
   * The matrix is decomposed when a sixteenth of it can be new: after 1/(16 (c_1 + c_μ))
   * generations, where the tutorial (B.2) has 1/(10 d (c_1 + c_μ)). Beside a decomposition in every
   * generation this costs no evaluations on f8 and f10 of BBOB in 20-D and 1 % in 40-D, where an
   * eighth costs 2 to 6 %; and the time of an evaluation in 40-D falls from 9.7 to 1.7 µs.
   */
  private static final double CHANGE_BETWEEN_DECOMPOSITIONS = 1.0 / 16;

  /** Points and matrix rows that are computed side by side, to keep the processor's units busy. */
  private static final int ABREAST = 4;

  final CmaSettings settings;
  final int dimension;

  /** m, the mean. */
  final double[] mean;

  /** σ as it was at the start. */
  final double initialSigma;

  /** σ, the step size. */
  double sigma;

  /** The number of generations that were evaluated. */
  int generation;

  /** C, row after row; only the lower triangle is kept. */
  final double[] covariance;

  /** p_c, the path of the covariance matrix. */
  final double[] path;

  /** The square roots of C's eigenvalues, as they were at the last decomposition. */
  final double[] axes;

  /** B: a column for each of C's eigenvectors, as they were at the last decomposition. */
  final double[] basis;

  /** Values of the last generation's points, and their places from the best to the worst. */
  final double[] values;

  int[] order;

  private final Problem problem;
  private final RandomSource random;
  private final SymmetricEigen eigen;
  private final CmaStops stops;
  private final Ranking ranking;
  private final TenWideBox box;
  private final double[][] points;

  /** z, row after row, filled up with rows of zeros to a multiple of {@link #ABREAST}. */
  private final double[] normals;

  /** y, row after row, then p_c, filled up likewise. */
  private final double[] steps;

  private final double[] factors;
  private final double[] root;
  private final double[] meanStep;
  private final double[] meanNormal;
  private final double[] stepPath;
  private final int gap;
  private int decomposed;
  private double forgotten = 1;

  /**
   * @param population λ
   * @param sigma the first step size, where the box is ten wide
   * @param evaluations after how many evaluations the run ends at the latest
   */
  CmaRun(
      Problem problem,
      RandomSource random,
      SymmetricEigen eigen,
      int population,
      double sigma,
      double evaluations) {
    this.problem = problem;
    this.random = random;
    this.eigen = eigen;
    this.dimension = problem.dimension();
    this.settings = new CmaSettings(dimension, population);
    this.initialSigma = sigma;
    this.sigma = sigma;
    int rows = (population + ABREAST) / ABREAST * ABREAST;
    mean = new double[dimension];
    box = new TenWideBox(problem.bounds());
    box.drawStart(random, mean);
    covariance = identity(dimension);
    basis = identity(dimension);
    root = identity(dimension);
    axes = new double[dimension];
    Arrays.fill(axes, 1);
    steps = new double[rows * dimension];
    normals = new double[rows * dimension];
    factors = new double[rows];
    points = new double[population][dimension];
    values = new double[population];
    ranking = new Ranking(population);
    order = ranking.order(values);
    meanStep = new double[dimension];
    meanNormal = new double[dimension];
    path = new double[dimension];
    stepPath = new double[dimension];
    double rate = settings.rankOneRate + settings.rankMuRate;
    gap = (int) Math.max(1, CHANGE_BETWEEN_DECOMPOSITIONS / rate);
    stops = new CmaStops(this, evaluations);
  }

  private static double[] identity(int dimension) {
    double[] matrix = new double[dimension * dimension];
    for (int i = 0; i < dimension; i++) {
      matrix[i * dimension + i] = 1;
    }
    return matrix;
  }

  /** Goes on, generation by generation, until a test says that it should end. */
  CmaStop run() {
    while (true) {
      sample();
      problem.evaluateAll(points, values);
      order = ranking.order(values);
      generation++;
      moveMean();
      adaptCovariance(followPaths());
      if (generation - decomposed >= gap && !decompose()) {
        return CmaStop.CONDITION_COV;
      }
      CmaStop stop = stops.check();
      if (stop != CmaStop.NONE) {
        return stop;
      }
    }
  }

  /** (38) to (40): x = m + σ y with y = B D z and z standard normal. */
  private void sample() {
    for (int k = 0; k < points.length * dimension; k++) {
      normals[k] = random.nextGaussian();
    }
    for (int k = 0; k < points.length; k += ABREAST) {
      multiplyByRoot(k * dimension);
    }
    for (int k = 0; k < points.length; k++) {
      double[] x = points[k];
      for (int j = 0; j < dimension; j++) {
        x[j] = box.coordinate(j, mean[j] + sigma * steps[k * dimension + j]);
      }
    }
  }

  /** Four rows of steps from four rows of normals: four sums at once, which do not wait. */
  private void multiplyByRoot(int first) {
    int second = first + dimension;
    int third = second + dimension;
    int fourth = third + dimension;
    for (int i = 0; i < dimension; i++) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int row = i * dimension;
      for (int j = 0; j < dimension; j++) {
        double entry = root[row + j];
        a += entry * normals[first + j];
        b += entry * normals[second + j];
        c += entry * normals[third + j];
        d += entry * normals[fourth + j];
      }
      steps[first + i] = a;
      steps[second + i] = b;
      steps[third + i] = c;
      steps[fourth + i] = d;
    }
  }

  /** (41) and (42), with c_m = 1. */
  private void moveMean() {
    Arrays.fill(meanStep, 0);
    Arrays.fill(meanNormal, 0);
    for (int rank = 0; rank < settings.parents; rank++) {
      double weight = settings.weights[rank];
      int row = order[rank] * dimension;
      for (int j = 0; j < dimension; j++) {
        meanStep[j] += weight * steps[row + j];
        meanNormal[j] += weight * normals[row + j];
      }
    }
    for (int j = 0; j < dimension; j++) {
      mean[j] += sigma * meanStep[j];
    }
  }

  /** (43) to (45): both paths and the step size; whether the covariance's path stood still. */
  private boolean followPaths() {
    double rate = settings.stepPathRate;
    double share = Math.sqrt(rate * (2 - rate) * settings.effective);
    double square = 0;
    for (int i = 0; i < dimension; i++) {
      double whitened = 0; // C^(-1/2) y = B D^(-1) Bᵀ B D z = B z
      for (int j = 0; j < dimension; j++) {
        whitened += basis[i * dimension + j] * meanNormal[j];
      }
      stepPath[i] = (1 - rate) * stepPath[i] + share * whitened; // (43)
      square += stepPath[i] * stepPath[i];
    }
    double length = Math.sqrt(square);
    forgotten *= (1 - rate) * (1 - rate);
    double longest = (1.4 + 2.0 / (dimension + 1)) * settings.expectedLength;
    boolean stalled = length / Math.sqrt(1 - forgotten) >= longest; // h_σ = 0
    double pathRate = settings.pathRate;
    double pathShare = stalled ? 0 : Math.sqrt(pathRate * (2 - pathRate) * settings.effective);
    for (int j = 0; j < dimension; j++) {
      path[j] = (1 - pathRate) * path[j] + pathShare * meanStep[j]; // (45)
    }
    double growth = rate / settings.stepDamping * (length / settings.expectedLength - 1);
    sigma *= PinnedMath.exp(Math.min(1, growth)); // (44)
    return stalled;
  }

  /** (46) and (47): the decay, then the path and all points in the order of their evaluation. */
  private void adaptCovariance(boolean stalled) {
    double decay = 1 - settings.rankOneRate;
    if (stalled) {
      decay += settings.rankOneRate * settings.pathRate * (2 - settings.pathRate);
    }
    for (int rank = 0; rank < points.length; rank++) {
      double weight = settings.weights[rank];
      decay -= settings.rankMuRate * weight;
      int k = order[rank];
      if (weight < 0) {
        double square = 0;
        for (int j = 0; j < dimension; j++) {
          double z = normals[k * dimension + j];
          square += z * z;
        }
        weight *= dimension / square; // (46)
      }
      factors[k] = settings.rankMuRate * weight;
    }
    factors[points.length] = settings.rankOneRate;
    System.arraycopy(path, 0, steps, points.length * dimension, dimension);
    for (int i = 0; i < dimension; i++) {
      int row = i * dimension;
      for (int j = 0; j <= i; j++) {
        covariance[row + j] *= decay;
      }
      for (int k = 0; k < factors.length; k += ABREAST) {
        addToRow(row, i, k);
      }
    }
  }

  /** Adds to one row of the covariance matrix what four steps bring, each with its factor. */
  private void addToRow(int row, int i, int k) {
    int first = k * dimension;
    int second = first + dimension;
    int third = second + dimension;
    int fourth = third + dimension;
    double a = factors[k] * steps[first + i];
    double b = factors[k + 1] * steps[second + i];
    double c = factors[k + 2] * steps[third + i];
    double d = factors[k + 3] * steps[fourth + i];
    for (int j = 0; j <= i; j++) {
      covariance[row + j] +=
          a * steps[first + j]
              + b * steps[second + j]
              + (c * steps[third + j] + d * steps[fourth + j]);
    }
  }

  /** Takes the matrix apart again; false if it is no longer positive definite, or too nearly so. */
  private boolean decompose() {
    decomposed = generation;
    if (!eigen.decompose(covariance, dimension, axes, basis)) {
      return false;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double value : axes) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (!(least > 0 && most <= CmaStops.LARGEST_CONDITION * least)) {
      return false;
    }
    for (int j = 0; j < dimension; j++) {
      axes[j] = Math.sqrt(axes[j]);
    }
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        root[i * dimension + j] = basis[i * dimension + j] * axes[j];
      }
    }
    return true;
  }
}
