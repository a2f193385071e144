package benchwright.objective;

import benchwright.numeric.PinnedMath;

/**
 * T_osz, which puts small smooth irregularities into a coordinate or a value (section 0.2 of
 * RR-6829).
 *
 * <p>With x̂ = log|x| the definition reads sign(x)·exp(x̂ + 0.049·(sin(c₁·x̂) + sin(c₂·x̂))), where
 * c₁, c₂ are 10 and 7.9 for positive x, 5.5 and 3.1 otherwise. Here x itself is multiplied by the
 * exponential of the waves, an argument of at most 0.098: it takes one short polynomial, and zero
 * stays zero.
 */
final class Oscillation {
  /** From log₂|x| to turns of the waves: ln 2/(2π). */
  private static final double TURNS = 0.1103178000763258;

  // c₁ = 7.75 + 2.25·sign and c₂ = 5.5 + 2.4·sign: a choice without a branch.
  private static final double FIRST_MEAN = 7.75 * TURNS;
  private static final double FIRST_HALF = 2.25 * TURNS;
  private static final double SECOND_MEAN = 5.5 * TURNS;
  private static final double SECOND_HALF = 2.4 * TURNS;

  private final Logarithms logarithms;
  private final double[] sign;
  private final double[] waves;

  Oscillation(int length) {
    logarithms = new Logarithms(length);
    sign = new double[length];
    waves = new double[length];
  }

  /** x ← T_osz(x), for each coordinate. */
  void apply(double[] x, int length) {
    double[] logarithm = logarithms.of(x, length);
    signs(x, sign, length);
    firstWave(logarithm, sign, waves, length);
    secondWave(logarithm, sign, waves, length);
    scale(x, waves, length);
  }

  private static void signs(double[] x, double[] sign, int length) {
    for (int i = 0; i < length; i++) {
      sign[i] = Math.copySign(1.0, x[i]);
    }
  }

  private static void firstWave(double[] logarithm, double[] sign, double[] waves, int length) {
    for (int i = 0; i < length; i++) {
      double turns = Math.fma(sign[i], FIRST_HALF, FIRST_MEAN) * logarithm[i];
      waves[i] = PinnedMath.sinOfTurns(turns - Math.rint(turns));
    }
  }

  private static void secondWave(double[] logarithm, double[] sign, double[] waves, int length) {
    for (int i = 0; i < length; i++) {
      double turns = Math.fma(sign[i], SECOND_HALF, SECOND_MEAN) * logarithm[i];
      waves[i] = waves[i] + PinnedMath.sinOfTurns(turns - Math.rint(turns));
    }
  }

  private static void scale(double[] x, double[] waves, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = Math.fma(x[i] * waves[i], expm1PerWave(waves[i]), x[i]);
    }
  }

  /** (exp(0.049·s) − 1)/s for |s| ≤ 2. */
  private static double expm1PerWave(double s) {
    double p = 0x1.db3cc1bea9a11p-51;
    p = Math.fma(p, s, 0x1.2f19e87da5c30p-43);
    p = Math.fma(p, s, 0x1.52313e073df4ep-36);
    p = Math.fma(p, s, 0x1.43869da08a65cp-29);
    p = Math.fma(p, s, 0x1.01e9af4895772p-22);
    p = Math.fma(p, s, 0x1.48f86f3fdbdf3p-16);
    p = Math.fma(p, s, 0x1.3ab430f49491fp-10);
    return Math.fma(p, s, 0x1.916872b020c48p-5);
  }
}
