package benchwright.analysis;

/**
 * What the trials of one optimizer in one dimension took: circumstances, not results.
 *
 * @param trials those whose time is known
 * @param median of a trial, in nanoseconds
 * @param longest of a trial, in nanoseconds
 * @param total of all trials, in nanoseconds
 * @param nanosPerEvaluation of the whole trial
 * @param outside the share, 0 to 1, of the time that was not spent in the objective function
 * @param peakBytes the largest resident memory seen at the end of a trial; 0 if unknown
 */
public record TrialTimes(
    String optimizer,
    int dimension,
    int trials,
    double median,
    double longest,
    double total,
    double nanosPerEvaluation,
    double outside,
    long peakBytes) {}
