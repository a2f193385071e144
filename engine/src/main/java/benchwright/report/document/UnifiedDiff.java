package benchwright.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * How one text becomes another, in the unified format that patch and git read, with three lines
 * around each change.
 */
public final class UnifiedDiff {
  private static final int AROUND = 3;

  /**
   * Above so many pairs of lines everything between the first and the last change is one change.
   */
  private static final long MOST_PAIRS = 16_000_000;

  private record Step(char sign, String line, int left, int right) {}

  private UnifiedDiff() {}

  /** The difference; empty if there is none. Each line ends with a line feed. */
  public static String of(
      String leftName, List<String> left, String rightName, List<String> right) {
    List<Step> steps = steps(left, right);
    StringBuilder text = new StringBuilder();
    int next = 0;
    while (next < steps.size()) {
      if (steps.get(next).sign() == ' ') {
        next++;
        continue;
      }
      int from = Math.max(0, next - AROUND);
      int to = next;
      for (int i = next; i < steps.size() && i <= to + 2 * AROUND + 1; i++) {
        to = steps.get(i).sign() == ' ' ? to : i;
      }
      to = Math.min(steps.size() - 1, to + AROUND);
      if (text.length() == 0) {
        text.append("--- ").append(leftName).append("\n+++ ").append(rightName).append('\n');
      }
      hunk(steps.subList(from, to + 1), text);
      next = to + 1;
    }
    return text.toString();
  }

  private static void hunk(List<Step> steps, StringBuilder text) {
    long left = steps.stream().filter(step -> step.sign() != '+').count();
    long right = steps.stream().filter(step -> step.sign() != '-').count();
    text.append("@@ -").append(range(steps.get(0).left(), left));
    text.append(" +").append(range(steps.get(0).right(), right)).append(" @@\n");
    for (Step step : steps) {
      text.append(step.sign()).append(step.line()).append('\n');
    }
  }

  /** An empty range is told by the line before it. */
  private static String range(int first, long count) {
    return (count == 0 ? first - 1 : first) + (count == 1 ? "" : "," + count);
  }

  private static List<Step> steps(List<String> left, List<String> right) {
    int head = 0;
    int most = Math.min(left.size(), right.size());
    while (head < most && left.get(head).equals(right.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && left.get(left.size() - 1 - tail).equals(right.get(right.size() - 1 - tail))) {
      tail++;
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      steps.add(new Step(' ', left.get(i), i + 1, i + 1));
    }
    middle(left, right, head, tail, steps);
    for (int i = tail; i > 0; i--) {
      int a = left.size() - i;
      steps.add(new Step(' ', left.get(a), a + 1, right.size() - i + 1));
    }
    return steps;
  }

  private static void middle(
      List<String> left, List<String> right, int head, int tail, List<Step> steps) {
    List<String> a = left.subList(head, left.size() - tail);
    List<String> b = right.subList(head, right.size() - tail);
    int[][] common = common(a, b);
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      boolean same = i < a.size() && j < b.size() && a.get(i).equals(b.get(j));
      if (same && common.length > 0) {
        steps.add(new Step(' ', a.get(i), head + i + 1, head + j + 1));
        i++;
        j++;
      } else if (i < a.size()
          && (j == b.size() || common.length == 0 || common[i + 1][j] >= common[i][j + 1])) {
        steps.add(new Step('-', a.get(i), head + i + 1, head + j + 1));
        i++;
      } else {
        steps.add(new Step('+', b.get(j), head + i + 1, head + j + 1));
        j++;
      }
    }
  }

  /** How many lines are common from each pair of places on; nothing if that were too many pairs. */
  private static int[][] common(List<String> a, List<String> b) {
    if ((long) a.size() * b.size() > MOST_PAIRS) {
      return new int[0][];
    }
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
