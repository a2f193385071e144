package benchwright.analysis;

/**
 * What an entry of BBOB-2009 reached on one function in one dimension, instances 1 to 5 three times
 * each.
 *
 * @param function the number, 1 to 24
 * @param expectedRunningTime in evaluations to f_opt + 1e-8, over the whole budgets of its trials;
 *     infinite if none succeeded
 * @param successes how many of {@code trials} reached it; 0 of 0 where only the time is known
 */
public record PublishedResult(
    String algorithm,
    int function,
    int dimension,
    double expectedRunningTime,
    int successes,
    int trials) {}
