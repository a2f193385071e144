package benchwright.report.chart;

/**
 * A value that the others are to be seen against, such as a limit.
 *
 * @param along whether it is a value of the x axis, so that the line stands upright.
 */
public record Limit(String name, double value, boolean along) {}
