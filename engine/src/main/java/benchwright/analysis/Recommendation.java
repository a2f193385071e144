package benchwright.analysis;

/**
 * Something that somebody can do about a run.
 *
 * @param weight the heavier, the more it changes what the figures are worth: 0 to 100
 * @param text one or more sentences; ids of optimizers, functions and cases in it are foreign text
 */
public record Recommendation(int weight, String text) {}
