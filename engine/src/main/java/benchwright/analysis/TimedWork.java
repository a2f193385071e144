package benchwright.analysis;

import benchwright.artifact.CaseKey;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.TimedCase;
import benchwright.stats.Sample;
import benchwright.suite.Command;
import benchwright.suite.Implementation;

/** One case of one implementation, as it was timed. */
record TimedWork(Implementation implementation, TimedCase timed) {
  String id() {
    return implementation.getId();
  }

  CaseKey key() {
    return timed.key();
  }

  TimingFigures.Kind kind() {
    return implementation instanceof Command
        ? TimingFigures.Kind.COMMAND
        : TimingFigures.Kind.OPERATION;
  }

  boolean isVanilla() {
    return implementation instanceof Command command && command.vanilla();
  }

  boolean isMeasured() {
    return timed.status() == CaseStatus.MEASURED && !timed.samples().wallNanos().isEmpty();
  }

  /** Independent times in nanoseconds. */
  double[] values() {
    return TimingFigures.values(timed.samples(), kind());
  }

  double median() {
    return Sample.of(values()).median();
  }

  /**
   * Runs or calls a second by all workers: a command's workers share a run, an operation's do not.
   */
  double perSecond() {
    return (kind() == TimingFigures.Kind.OPERATION ? key().workers() : 1) * 1e9 / median();
  }

  /** How much is done in a run or a call. */
  double amount() {
    return key().sizeValue() > 0 ? key().sizeValue() : 1;
  }
}
