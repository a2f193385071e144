package benchwright.stats;

import java.util.Arrays;
import java.util.List;

/**
 * A rating by Glicko-2 (Glickman, Example of the Glicko-2 system, 2013), which says how strong a
 * player is and how sure that is.
 *
 * @param rating 1500 for who has not played
 * @param deviation about half the width of the interval of 95 %; 350 for who has not played
 * @param volatility how much the rating is expected to change; 0.06 for who has not played
 */
public record Glicko(double rating, double deviation, double volatility) {
  /** Who has not played. */
  public static final Glicko NEW = new Glicko(1500, 350, 0.06);

  private static final double SCALE = 173.7178;
  private static final double TAU = 0.5;
  private static final double PRECISION = 1e-9;

  /**
   * A game.
   *
   * @param score 1 won, 1/2 drawn, 0 lost
   */
  public record Game(Glicko opponent, double score) {}

  /** The rating after a period in which all {@code games} were played at once. */
  public Glicko after(List<Game> games) {
    double phi = deviation / SCALE;
    if (games.isEmpty()) {
      return new Glicko(rating, SCALE * Math.sqrt(phi * phi + volatility * volatility), volatility);
    }
    double mu = (rating - 1500) / SCALE;
    double information = 0;
    double surprise = 0;
    for (Game game : games) {
      double theirs = game.opponent().deviation() / SCALE;
      double g = 1 / Math.sqrt(1 + 3 * theirs * theirs / (Math.PI * Math.PI));
      double distance = mu - (game.opponent().rating() - 1500) / SCALE;
      double expected = 1 / (1 + StrictMath.exp(-g * distance));
      information += g * g * expected * (1 - expected);
      surprise += g * (game.score() - expected);
    }
    double variance = 1 / information;
    double sigma = volatility(phi, variance, variance * surprise);
    double before = phi * phi + sigma * sigma;
    double after = 1 / Math.sqrt(1 / before + 1 / variance);
    return new Glicko(1500 + SCALE * (mu + after * after * surprise), SCALE * after, sigma);
  }

  /**
   * The ratings of players who met each other on several occasions, an occasion being a period.
   *
   * @param ranks a row for each occasion, in it a rank for each player: the smaller wins, equal
   *     ones draw. The order of rows matters a little, as it must
   */
  public static List<Glicko> rate(int players, double[]... ranks) {
    Glicko[] ratings = new Glicko[players];
    Arrays.fill(ratings, NEW);
    for (double[] row : ranks) {
      Glicko[] next = new Glicko[players];
      for (int i = 0; i < players; i++) {
        Game[] games = new Game[players - 1];
        int size = 0;
        for (int j = 0; j < players; j++) {
          if (j != i) {
            double score = row[i] < row[j] ? 1 : row[i] == row[j] ? 0.5 : 0;
            games[size++] = new Game(ratings[j], score);
          }
        }
        next[i] = ratings[i].after(List.of(games));
      }
      ratings = next;
    }
    return List.of(ratings);
  }

  /** Step 5: the root of f by the Illinois method. */
  private double volatility(double phi, double variance, double delta) {
    double a = StrictMath.log(volatility * volatility);
    double low = a;
    double high;
    if (delta * delta > phi * phi + variance) {
      high = StrictMath.log(delta * delta - phi * phi - variance);
    } else {
      int k = 1;
      while (f(a - k * TAU, a, phi, variance, delta) < 0) {
        k++;
      }
      high = a - k * TAU;
    }
    double atLow = f(low, a, phi, variance, delta);
    double atHigh = f(high, a, phi, variance, delta);
    while (Math.abs(high - low) > PRECISION) {
      double middle = low + (low - high) * atLow / (atHigh - atLow);
      double atMiddle = f(middle, a, phi, variance, delta);
      if (atMiddle * atHigh <= 0) {
        low = high;
        atLow = atHigh;
      } else {
        atLow /= 2;
      }
      high = middle;
      atHigh = atMiddle;
    }
    return StrictMath.exp(low / 2);
  }

  private static double f(double x, double a, double phi, double variance, double delta) {
    double e = StrictMath.exp(x);
    double sum = phi * phi + variance + e;
    return e * (delta * delta - sum) / (2 * sum * sum) - (x - a) / (TAU * TAU);
  }
}
