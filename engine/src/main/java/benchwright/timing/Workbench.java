package benchwright.timing;

/**
 * All that a run needs to measure.
 *
 * @param subjects makes what is measured
 * @param circumstances looks at the machine meanwhile
 * @param turn keeps other processes from measuring at the same time
 * @param figures adds up samples
 */
public record Workbench(
    Subjects subjects, Circumstances circumstances, MeasuringTurn turn, SampleMeaning figures) {}
