package benchwright.report.chart;

/** A chart without a look: what is to be seen, not how. */
public sealed interface Chart permits Plot, Bars, Strips, Ranking, Grid {
  /** What stands above the chart. */
  String title();

  /** A sentence for those who cannot see it. */
  String description();
}
