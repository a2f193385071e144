package benchwright.optimizer;

import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;

/**
 * Standard particle swarm optimization 2011 (Zambrano-Bigiarini, Clerc and Rojas, IEEE Congress on
 * Evolutionary Computation 2013, 2337–2344; Clerc, Standard Particle Swarm Optimisation, 2012), by
 * whole iterations: all particles move, then all are evaluated, then what they remember is brought
 * up to date.
 *
 * <p>A particle that leaves the box is set on the bound, and its velocity there is turned round and
 * halved, so every point lies in the box. Distances are taken in units of the box's width, so that
 * a lopsided box is searched as the cube it is stretched from (Clerc's normalization).
 *
 * <p>A swarm whose memories have collapsed (see {@link Collapse}), or that found nothing better in
 * 100 iterations, starts anew, independently, for as long as there is budget. The papers have no
 * restarts.
 *
 * <p>The order of draws, which is part of the results: the first positions point by point, then the
 * first velocities in the same order; then in every iteration the informants, if the one before did
 * not improve the best value: particle by particle the ones that it informs; then for each particle
 * a Gaussian for each coordinate and the length of its random vector.
 */
public final class StandardParticleSwarm implements Optimizer {
  /** Iterations without a better value after which a swarm starts anew. */
  private static final int PATIENCE = 100;

  private final int swarm;
  private final int informed;
  private final double inertia;
  private final double attraction;

  /**
   * @param swarm the number of particles, S
   * @param informed how many particles each one informs beside itself, K
   * @param inertia the weight w of the velocity
   * @param attraction the weight c of both memories
   */
  public StandardParticleSwarm(int swarm, int informed, double inertia, double attraction) {
    this.swarm = swarm;
    this.informed = informed;
    this.inertia = inertia;
    this.attraction = attraction;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    Particles particles = new Particles(problem, random);
    while (problem.remaining() > 0) {
      particles.search();
    }
  }

  /** The state of one search. */
  private final class Particles {
    private final Problem problem;
    private final RandomSource random;
    private final Box box;
    private final double[][] positions;
    private final double[][] velocities;
    private final double[] values = new double[swarm];
    private final double[][] memories;
    private final double[] memoryValues = new double[swarm];
    private final int[] links = new int[swarm * informed];
    private final int[] informants = new int[swarm];
    private final double[] direction;

    Particles(Problem problem, RandomSource random) {
      this.problem = problem;
      this.random = random;
      this.box = new Box(problem.bounds());
      this.positions = new double[swarm][box.dimension];
      this.velocities = new double[swarm][box.dimension];
      this.memories = new double[swarm][box.dimension];
      this.direction = new double[box.dimension];
    }

    /** From a new swarm to its collapse. */
    void search() {
      begin();
      drawLinks();
      int stalled = 0;
      while (problem.remaining() > 0
          && stalled < PATIENCE
          && !Collapse.isReached(box, memories, memoryValues, swarm)) {
        chooseInformants();
        for (int i = 0; i < swarm; i++) {
          move(i);
        }
        problem.evaluateAll(positions, values);
        if (remember()) {
          stalled = 0;
        } else {
          stalled++;
          drawLinks();
        }
      }
    }

    private void begin() {
      for (double[] x : positions) {
        box.draw(x, random);
      }
      for (int i = 0; i < swarm; i++) {
        double[] v = velocities[i];
        double[] x = positions[i];
        // Uniform in [lower − x, upper − x].
        box.draw(v, random);
        for (int j = 0; j < box.dimension; j++) {
          v[j] -= x[j];
        }
        System.arraycopy(x, 0, memories[i], 0, box.dimension);
      }
      problem.evaluateAll(positions, memoryValues);
    }

    /** Each particle informs K particles drawn with replacement; some may be drawn twice. */
    private void drawLinks() {
      for (int k = 0; k < links.length; k++) {
        links[k] = random.nextInt(swarm);
      }
    }

    /** For each particle the best of those that inform it; each informs itself. */
    private void chooseInformants() {
      for (int i = 0; i < swarm; i++) {
        informants[i] = i;
      }
      for (int k = 0; k < links.length; k++) {
        int from = k / informed;
        int to = links[k];
        if (Values.isBetter(memoryValues[from], memoryValues[informants[to]])) {
          informants[to] = from;
        }
      }
    }

    /**
     * A random point of the ball around the centre of gravity of x, p' = x + c (p − x) and l' = x +
     * c (l − x) that passes through x; without l' if the particle is its own best informant.
     */
    private void move(int i) {
      double[] x = positions[i];
      double[] v = velocities[i];
      double[] p = memories[i];
      double[] l = memories[informants[i]];
      boolean alone = informants[i] == i;
      double square = 0;
      double length = 0;
      for (int j = 0; j < box.dimension; j++) {
        double toCentre = toCentre(x[j], p[j], l[j], alone) / box.width[j];
        square += toCentre * toCentre;
        double normal = random.nextGaussian();
        direction[j] = normal;
        length += normal * normal;
      }
      double radius = random.nextDouble() * Math.sqrt(square);
      double scale = length > 0 ? radius / Math.sqrt(length) : 0;
      for (int j = 0; j < box.dimension; j++) {
        double step = toCentre(x[j], p[j], l[j], alone) + scale * direction[j] * box.width[j];
        double velocity = inertia * v[j] + step;
        double position = x[j] + velocity;
        if (!(position >= box.lower[j])) {
          position = box.lower[j];
          velocity *= -0.5;
        } else if (position > box.upper[j]) {
          position = box.upper[j];
          velocity *= -0.5;
        }
        x[j] = position;
        v[j] = velocity;
      }
    }

    private double toCentre(double x, double p, double l, boolean alone) {
      return alone ? attraction / 2 * (p - x) : attraction / 3 * ((p - x) + (l - x));
    }

    /** Brings the memories up to date; whether the best of them became better. */
    private boolean remember() {
      double best = memoryValues[Values.best(memoryValues, swarm)];
      boolean improved = false;
      for (int i = 0; i < swarm; i++) {
        if (Values.isNoWorse(values[i], memoryValues[i])) {
          improved |= Values.isBetter(values[i], best);
          memoryValues[i] = values[i];
          System.arraycopy(positions[i], 0, memories[i], 0, box.dimension);
        }
      }
      return improved;
    }
  }
}
