package benchwright.analysis;

import benchwright.artifact.EquivalenceRow;
import benchwright.artifact.GrowthRow;
import benchwright.artifact.TimingRow;
import java.util.List;

/** What the timings of a run add up to. */
public record TimingSummary(
    List<TimingRow> rows, List<GrowthRow> growth, List<EquivalenceRow> equivalence) {
  public TimingSummary {
    rows = List.copyOf(rows);
    growth = List.copyOf(growth);
    equivalence = List.copyOf(equivalence);
  }
}
