package benchwright.objective;

/** The classic functions around their own optimum, before an instance moves them. */
enum Formula {
  SPHERE,
  ROSENBROCK,
  RASTRIGIN,
  ACKLEY,
  GRIEWANK,
  SCHWEFEL_1_2,
  SCHWEFEL_2_21,
  SCHWEFEL_2_22,
  SCHWEFEL_2_26,
  LEVY,
  ZAKHAROV,
  STYBLINSKI_TANG,
  STEP,
  PENALIZED_1,
  PENALIZED_2;

  /** A new evaluation of up to {@code capacity} points of {@code dimension} coordinates at once. */
  Sweep sweep(int dimension, int capacity) {
    return switch (this) {
      case SPHERE -> SmoothFormulas.sphere(dimension);
      case ROSENBROCK -> SmoothFormulas.rosenbrock(dimension, capacity);
      case RASTRIGIN -> WavyFormulas.rastrigin(dimension, capacity);
      case ACKLEY -> WavyFormulas.ackley(dimension, capacity);
      case GRIEWANK -> WavyFormulas.griewank(dimension);
      case SCHWEFEL_1_2 -> SmoothFormulas.schwefel12(dimension);
      case SCHWEFEL_2_21 -> EdgyFormulas.schwefel221(dimension);
      case SCHWEFEL_2_22 -> EdgyFormulas.schwefel222(dimension);
      case SCHWEFEL_2_26 -> WavyFormulas.schwefel226(dimension);
      case LEVY -> WavyFormulas.levy(dimension);
      case ZAKHAROV -> SmoothFormulas.zakharov(dimension);
      case STYBLINSKI_TANG -> SmoothFormulas.styblinskiTang(dimension);
      case STEP -> EdgyFormulas.step(dimension);
      case PENALIZED_1 -> PenalizedFormulas.first(dimension);
      case PENALIZED_2 -> PenalizedFormulas.second(dimension);
    };
  }
}
