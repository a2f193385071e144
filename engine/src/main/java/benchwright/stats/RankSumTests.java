package benchwright.stats;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Many tests of Mann and Whitney on samples of the same few sizes: what only depends on the sizes
 * is worked out once. Not for several threads.
 */
public final class RankSumTests {
  private final Map<String, RankSums> untied = new LinkedHashMap<>();

  /** As {@link RankSumTest#of}. */
  public RankSumTest test(double[] first, double[] second) {
    return RankSumTest.of(
        first,
        second,
        (ranks, chosen) ->
            ranks.tied() > 0
                ? RankSums.ofChoice(ranks, chosen)
                : untied.computeIfAbsent(
                    ranks.size() + "/" + chosen, sizes -> RankSums.ofChoice(ranks, chosen)));
  }
}
