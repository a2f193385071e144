package benchwright.analysis;

import benchwright.analysis.Draft.Kind;
import benchwright.artifact.Outcome;

/**
 * Why a row is judged as it is.
 *
 * @param limit NaN where there is none
 * @param over whether the limit is crossed
 */
record RowReason(
    Draft draft, Outcome outcome, double adjusted, double detectable, double limit, boolean over) {
  /** A sentence without its full stop; empty where there is nothing to say. */
  String toText() {
    return switch (draft.kind()) {
      case BROKEN, MENDED, UNLIKE -> draft.reason();
      case REMOVED -> "the base has it and the head does not";
      case ADDED -> "there is no base to compare with";
      case CERTAIN -> over ? crossed() : "";
      case TESTED, STORED ->
          !over
              ? outcome == Outcome.REGRESSED ? "told from chance, " + certainty() : ""
              : outcome == Outcome.REGRESSED ? crossed() + ", " + certainty() : unclear();
    };
  }

  private String crossed() {
    return worse() + ", and " + Spoken.percent(limit) + " is allowed";
  }

  private String worse() {
    return Double.isInfinite(draft.worse())
        ? "worse without bound"
        : Spoken.percent(draft.worse()) + " worse";
  }

  private String certainty() {
    return Spoken.p(adjusted) + " by the " + name(draft.test());
  }

  private String unclear() {
    String text = crossed() + ", but not told from ";
    boolean noise = draft.kind() == Kind.STORED && draft.worse() <= draft.floor();
    text +=
        noise
            ? "the noise of this machine, which reaches " + Spoken.percent(draft.floor())
            : "chance by " + Spoken.count(draft.samples(), things()) + " a side";
    return noise || Double.isNaN(detectable)
        ? text
        : text + "; a change of " + Spoken.percent(detectable) + " would be";
  }

  private String things() {
    return draft.kind() == Kind.STORED ? "sample" : "trial";
  }

  private static String name(String test) {
    return switch (test) {
      case Draft.FISHER -> "test of Fisher";
      case Draft.MANN_WHITNEY -> "test of Mann and Whitney";
      default -> "sign test";
    };
  }
}
