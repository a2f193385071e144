package benchwright.analysis;

import benchwright.artifact.TrialKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The trials of one optimizer on one function in one dimension, on both sides, in the order of
 * instance and seed. Trials of the same instance and seed meet the same problem, so they are a
 * pair.
 *
 * @param paired whether every trial of the side that has fewer has a partner on the other
 */
record ComparedCell(
    String optimizer,
    String function,
    int dimension,
    List<ComparedTrial> base,
    List<ComparedTrial> head,
    List<Pair> pairs,
    boolean paired) {
  /** Two trials that met the same problem. */
  record Pair(ComparedTrial base, ComparedTrial head) {
    boolean isSame() {
      return base.isSame(head);
    }
  }

  private static final Comparator<ComparedTrial> ORDER =
      Comparator.comparingInt((ComparedTrial trial) -> trial.key().instance())
          .thenComparingLong(trial -> trial.key().seed());

  /** All cells that a side has, in the order of their names, numbers in them by size. */
  static List<ComparedCell> of(List<ComparedTrial> base, List<ComparedTrial> head) {
    Map<String, List<ComparedTrial>> bases = byCell(base);
    Map<String, List<ComparedTrial>> heads = byCell(head);
    Map<String, TrialKey> all = new TreeMap<>();
    bases.forEach((id, trials) -> all.put(id, trials.get(0).key()));
    heads.forEach((id, trials) -> all.put(id, trials.get(0).key()));
    List<ComparedCell> cells = new ArrayList<>();
    all.forEach(
        (id, key) ->
            cells.add(
                of(key, bases.getOrDefault(id, List.of()), heads.getOrDefault(id, List.of()))));
    return cells;
  }

  private static ComparedCell of(TrialKey key, List<ComparedTrial> base, List<ComparedTrial> head) {
    Map<String, ComparedTrial> partners = new LinkedHashMap<>();
    head.forEach(trial -> partners.put(trial.key().toString(), trial));
    List<Pair> pairs = new ArrayList<>();
    for (ComparedTrial trial : base) {
      ComparedTrial partner = partners.get(trial.key().toString());
      if (partner != null) {
        pairs.add(new Pair(trial, partner));
      }
    }
    boolean paired = !pairs.isEmpty() && pairs.size() == Math.min(base.size(), head.size());
    return new ComparedCell(
        key.optimizer(),
        key.function(),
        key.dimension(),
        paired ? pairs.stream().map(Pair::base).toList() : base,
        paired ? pairs.stream().map(Pair::head).toList() : head,
        pairs,
        paired);
  }

  private static Map<String, List<ComparedTrial>> byCell(List<ComparedTrial> trials) {
    Map<String, List<ComparedTrial>> cells = new LinkedHashMap<>();
    for (ComparedTrial trial : trials) {
      TrialKey key = trial.key();
      cells
          .computeIfAbsent(
              padded(key.optimizer()) + "/" + padded(key.function()) + "/" + pad(key.dimension()),
              id -> new ArrayList<>())
          .add(trial);
    }
    cells.values().forEach(each -> each.sort(ORDER));
    return cells;
  }

  /** Whether not a single bit differs that is known of any of its trials. */
  boolean isSame() {
    return paired && pairs.stream().allMatch(Pair::isSame);
  }

  /** Whether distances to the optimum are known on both sides. */
  boolean known() {
    return base.stream().allMatch(ComparedTrial::known)
        && head.stream().allMatch(ComparedTrial::known);
  }

  /** The trials of the side that has fewer. */
  int samples() {
    return Math.min(base.size(), head.size());
  }

  /** {@code bbob-f2} before {@code bbob-f10}. */
  private static String padded(String id) {
    StringBuilder text = new StringBuilder();
    int digits = 0;
    for (int i = 0; i <= id.length(); i++) {
      boolean digit = i < id.length() && Character.isDigit(id.charAt(i));
      if (digit) {
        digits++;
      } else {
        text.append("0".repeat(Math.max(0, digits > 0 ? 9 - digits : 0)));
        text.append(id, i - digits, i);
        digits = 0;
        if (i < id.length()) {
          text.append(id.charAt(i));
        }
      }
    }
    return text.toString();
  }

  private static String pad(int number) {
    return padded(Integer.toString(number));
  }
}
