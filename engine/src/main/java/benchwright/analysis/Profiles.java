package benchwright.analysis;

import benchwright.analysis.Profile.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Profiles of performance and of data over problems. */
final class Profiles {
  private Profiles() {}

  /** Both kinds for each optimizer; of performance only if there are several. */
  static List<Profile> of(int dimension, List<String> optimizers, List<Problem> problems) {
    List<Profile> profiles = new ArrayList<>();
    double[][] times = new double[problems.size()][optimizers.size()];
    double[][] multiples = new double[problems.size()][optimizers.size()];
    boolean solved = false;
    for (int k = 0; k < times.length; k++) {
      for (int i = 0; i < optimizers.size(); i++) {
        times[k][i] = Problem.expectedTime(problems.get(k).cells().get(i));
        multiples[k][i] = times[k][i] / (problems.get(k).dimension() + 1);
      }
      double best = Arrays.stream(times[k]).min().orElse(Double.POSITIVE_INFINITY);
      solved |= best < Double.POSITIVE_INFINITY;
      for (int i = 0; i < optimizers.size(); i++) {
        // Where nobody is, nobody is best: infinity over infinity is NaN.
        times[k][i] =
            best < Double.POSITIVE_INFINITY ? times[k][i] / best : Double.POSITIVE_INFINITY;
      }
    }
    for (int i = 0; solved && i < optimizers.size(); i++) {
      if (optimizers.size() > 1) {
        profiles.add(profile(Kind.PERFORMANCE, optimizers.get(i), dimension, times, i));
      }
      profiles.add(profile(Kind.DATA, optimizers.get(i), dimension, multiples, i));
    }
    return profiles;
  }

  private static Profile profile(
      Kind kind, String optimizer, int dimension, double[][] times, int column) {
    double[] sorted =
        Arrays.stream(times)
            .mapToDouble(row -> row[column])
            .filter(time -> time < Double.POSITIVE_INFINITY)
            .sorted()
            .toArray();
    double[] x = Arrays.stream(sorted).distinct().toArray();
    double[] y = new double[x.length];
    int k = 0;
    for (int i = 0; i < x.length; i++) {
      while (k < sorted.length && sorted[k] <= x[i]) {
        k++;
      }
      y[i] = (double) k / times.length;
    }
    return new Profile(kind, optimizer, dimension, times.length, new Line(x, y));
  }
}
