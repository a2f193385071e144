package benchwright.report.chart;

/**
 * A chart with the name of the file that it is drawn to.
 *
 * @param file with {@code .svg} at its end, without a folder.
 */
public record NamedChart(String file, Chart chart) {}
