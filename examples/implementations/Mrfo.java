/**
 * Manta Ray Foraging (Zhao, Zhang and Wang, 2020) on a shifted Rosenbrock function: the same
 * search, draw by draw and bit by bit, as in mrfo.c, mrfo.py and mrfo.mjs.
 *
 * <p>{@code javac -d classes Mrfo.java && java -cp classes Mrfo --size 1000}, where the size is the
 * number of iterations.
 */
final class Mrfo {
  private static final int DIMENSION = 10;
  private static final int POPULATION = 30;
  private static final double SOMERSAULT = 2;
  private static final double LOWER = -5;
  private static final double WIDTH = 10;

  private final double[][] points = new double[POPULATION][DIMENSION];
  private final double[][] candidates = new double[POPULATION][DIMENSION];
  private final double[] values = new double[POPULATION];
  private final double[] reference = new double[DIMENSION];
  private final double[] best = new double[DIMENSION];
  private double bestValue;
  private int state = 20201120;
  private long evaluations;

  public static void main(String[] words) {
    long iterations = words.length == 2 && words[0].equals("--size") ? Long.parseLong(words[1]) : 0;
    if (iterations < 1) {
      System.err.println("usage: Mrfo --size ITERATIONS");
      System.exit(2);
    }
    Mrfo swarm = new Mrfo();
    long began = System.nanoTime();
    swarm.begin();
    long ready = System.nanoTime();
    swarm.search(iterations);
    long ended = System.nanoTime();
    StringBuilder text = new StringBuilder();
    text.append("{\"stage\": \"set-up\", \"seconds\": " + (ready - began) / 1e9 + "}\n");
    text.append("{\"stage\": \"search\", \"seconds\": " + (ended - ready) / 1e9 + "}\n");
    double rate = swarm.evaluations / ((ended - began) / 1e9);
    text.append("{\"metric\": \"evaluations\", \"value\": " + rate + ", \"unit\": \"1/s\"}\n");
    text.append("best " + swarm.bestValue + " at");
    for (double x : swarm.best) {
      text.append(" ").append(x);
    }
    System.out.println(text);
  }

  private void begin() {
    for (int i = 0; i < POPULATION; i++) {
      draw(points[i]);
      values[i] = rosenbrock(points[i]);
    }
    bestValue = values[0];
    System.arraycopy(points[0], 0, best, 0, DIMENSION);
    updateBest();
  }

  private void search(long iterations) {
    for (long t = 1; t <= iterations; t++) {
      for (int i = 0; i < POPULATION; i++) {
        if (uniform() < 0.5) {
          cyclone(i, t, iterations);
        } else {
          chain(i);
        }
        repair(candidates[i]);
      }
      keepBetter();
      for (int i = 0; i < POPULATION; i++) {
        somersault(i);
        repair(candidates[i]);
      }
      keepBetter();
      updateBest();
    }
  }

  private void cyclone(int i, double t, double iterations) {
    double r = uniform();
    double beta = 2 * exponential(r * (iterations - t + 1) / iterations) * sineOfTurns(r);
    System.arraycopy(best, 0, reference, 0, DIMENSION);
    if (t / iterations <= uniform()) {
      draw(reference);
    }
    double[] before = i == 0 ? reference : points[i - 1];
    for (int j = 0; j < DIMENSION; j++) {
      double x = points[i][j];
      double at = reference[j];
      candidates[i][j] = at + uniform() * (before[j] - x) + beta * (at - x);
    }
  }

  private void chain(int i) {
    double[] before = i == 0 ? best : points[i - 1];
    for (int j = 0; j < DIMENSION; j++) {
      double x = points[i][j];
      double r = uniform();
      double a = uniform();
      double alpha = 2 * a * Math.sqrt(minusLogarithm(1 - uniform()));
      candidates[i][j] = x + r * (before[j] - x) + alpha * (best[j] - x);
    }
  }

  private void somersault(int i) {
    double r2 = uniform();
    double r3 = uniform();
    for (int j = 0; j < DIMENSION; j++) {
      double x = points[i][j];
      candidates[i][j] = x + SOMERSAULT * (r2 * best[j] - r3 * x);
    }
  }

  /** What has left the box is drawn anew in it. */
  private void repair(double[] y) {
    for (int j = 0; j < DIMENSION; j++) {
      if (!(y[j] >= LOWER && y[j] <= LOWER + WIDTH)) {
        y[j] = LOWER + WIDTH * uniform();
      }
    }
  }

  private void draw(double[] x) {
    for (int j = 0; j < DIMENSION; j++) {
      x[j] = LOWER + WIDTH * uniform();
    }
  }

  private void keepBetter() {
    for (int i = 0; i < POPULATION; i++) {
      double value = rosenbrock(candidates[i]);
      if (value < values[i]) {
        values[i] = value;
        System.arraycopy(candidates[i], 0, points[i], 0, DIMENSION);
      }
    }
  }

  private void updateBest() {
    for (int i = 0; i < POPULATION; i++) {
      if (values[i] < bestValue) {
        bestValue = values[i];
        System.arraycopy(points[i], 0, best, 0, DIMENSION);
      }
    }
  }

  private double rosenbrock(double[] x) {
    double sum = 0;
    double z = x[0] + 1;
    for (int j = 1; j < DIMENSION; j++) {
      double next = x[j] - (j % 3 - 1);
      double a = z * z - next;
      double b = z - 1;
      sum += 100 * a * a + b * b;
      z = next;
    }
    evaluations++;
    return sum;
  }

  /** mulberry32: 32 bits of chance, with the arithmetic that JavaScript has too. */
  private double uniform() {
    state += 0x6d2b79f5;
    int t = (state ^ (state >>> 15)) * (state | 1);
    t ^= t + (t ^ (t >>> 7)) * (t | 61);
    return ((t ^ (t >>> 14)) & 0xffffffffL) / 4294967296.0;
  }

  // Functions of our own: those of the languages differ in their last bits.

  /** e^x, 0 <= x <= 1. */
  private static double exponential(double x) {
    double sum = 1;
    for (int k = 16; k > 0; k--) {
      sum = 1 + x * sum / k;
    }
    return sum;
  }

  /** sin(2 pi r), 0 <= r < 1. */
  private static double sineOfTurns(double r) {
    double x = 6.283185307179586 * (0.5 - r);
    double square = x * x;
    double sum = 1;
    for (int k = 26; k > 0; k -= 2) {
      sum = 1 - square * sum / (k * (k + 1));
    }
    return x * sum;
  }

  /** -ln(x), 0 < x <= 1. */
  private static double minusLogarithm(double x) {
    double halvings = 0;
    while (x < 0.5) {
      x *= 2;
      halvings++;
    }
    double s = (1 - x) / (1 + x);
    double square = s * s;
    double sum = 0;
    for (int k = 29; k > 0; k -= 2) {
      sum = sum * square + 1.0 / k;
    }
    return halvings * 0.6931471805599453 + 2 * s * sum;
  }
}
