package benchwright.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Results that others published, to set ours beside: entries of BBOB-2009, noiseless, computed from
 * the trials that COCO ships (numbbo/coco-postprocess, BSD-3-Clause).
 */
public final class PublishedResults {
  /** The best entry of each problem, whichever that was. */
  public static final String BEST = "best-2009";

  // The entry that an optimizer of ours is to be held against: the same algorithm, or its family.
  private static final Map<String, String> COUNTERPARTS =
      Map.ofEntries(
          Map.entry("random-search", "RANDOMSEARCH"),
          Map.entry("one-plus-one-es", "ONEFIFTH"),
          Map.entry("nelder-mead", "NELDER"),
          Map.entry("bfgs", "BFGS"),
          Map.entry("cma-es", "BIPOP-CMA-ES"),
          Map.entry("ipop-cma-es", "BIPOP-CMA-ES"),
          Map.entry("bipop-cma-es", "BIPOP-CMA-ES"),
          Map.entry("commons-cma-es", "BIPOP-CMA-ES"),
          Map.entry("commons-bobyqa", "NEWUOA"),
          Map.entry("particle-swarm", "PSO"),
          Map.entry("genetic-algorithm", "GA"));

  private record Solved(String algorithm, int dimension, double share) {}

  private final List<PublishedResult> results;
  private final List<Solved> solved;

  private PublishedResults(List<PublishedResult> results, List<Solved> solved) {
    this.results = results;
    this.solved = solved;
  }

  /** Those of BBOB-2009, read anew. */
  public static PublishedResults bbob2009() {
    List<PublishedResult> results = new ArrayList<>();
    for (String[] cells : rows("bbob-2009.tsv")) {
      results.add(
          new PublishedResult(
              cells[0],
              Integer.parseInt(cells[1]),
              Integer.parseInt(cells[2]),
              cells[3].equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(cells[3]),
              Integer.parseInt(cells[4]),
              Integer.parseInt(cells[5])));
    }
    List<Solved> solved = new ArrayList<>();
    for (String[] cells : rows("bbob-2009-solved.tsv")) {
      solved.add(new Solved(cells[0], Integer.parseInt(cells[1]), Double.parseDouble(cells[2])));
    }
    return new PublishedResults(results, solved);
  }

  /** The entry that the optimizer of this id is to be held against, if there is one. */
  public Optional<String> counterpart(String optimizer) {
    return Optional.ofNullable(COUNTERPARTS.get(optimizer));
  }

  /** What {@code algorithm} reached, if it took part there. */
  public Optional<PublishedResult> of(String algorithm, int function, int dimension) {
    for (PublishedResult result : results) {
      if (result.algorithm().equals(algorithm)
          && result.function() == function
          && result.dimension() == dimension) {
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  /**
   * The share, 0 to 1, of all trials of {@code algorithm} that reached f_opt + 1e-8 within 10,000·d
   * evaluations; known in 5-D and 20-D.
   */
  public OptionalDouble solved(String algorithm, int dimension) {
    for (Solved each : solved) {
      if (each.algorithm().equals(algorithm) && each.dimension() == dimension) {
        return OptionalDouble.of(each.share());
      }
    }
    return OptionalDouble.empty();
  }

  static List<String[]> rows(String name) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream stream = PublishedResults.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
