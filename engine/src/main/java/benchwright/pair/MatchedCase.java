package benchwright.pair;

import benchwright.artifact.PairedCase;
import benchwright.artifact.Sides;
import benchwright.plan.TimingCase;
import benchwright.suite.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A case of one side or of both, which are the same case if their ids and kinds are. */
public record MatchedCase(Optional<TimingCase> base, Optional<TimingCase> head) {
  /**
   * The cases of both sides: those of the head in their order, then those that only the base has.
   *
   * @param whole whether nothing was selected, so that what the head lacks was removed from it
   */
  public static List<MatchedCase> of(List<TimingCase> base, List<TimingCase> head, boolean whole) {
    List<TimingCase> rest = new ArrayList<>(base);
    List<MatchedCase> matched = new ArrayList<>();
    for (TimingCase each : head) {
      Optional<TimingCase> other = rest.stream().filter(one -> isSame(one, each)).findFirst();
      other.ifPresent(rest::remove);
      matched.add(new MatchedCase(other, Optional.of(each)));
    }
    if (whole) {
      rest.forEach(each -> matched.add(new MatchedCase(Optional.of(each), Optional.empty())));
    }
    return List.copyOf(matched);
  }

  private static boolean isSame(TimingCase one, TimingCase other) {
    return one.implementation().getId().equals(other.implementation().getId())
        && one.key().equals(other.key())
        && isOperation(one) == isOperation(other);
  }

  static boolean isOperation(TimingCase each) {
    return each.implementation() instanceof Operation;
  }

  /** Either side's: what both have in common. */
  TimingCase any() {
    return head.or(() -> base).orElseThrow();
  }

  Sides sides() {
    return base.isEmpty() ? Sides.HEAD : head.isEmpty() ? Sides.BASE : Sides.BOTH;
  }

  /** As it stands before anything is measured. */
  public PairedCase unmeasured() {
    TimingCase any = any();
    return new PairedCase(
        any.implementation().getId(),
        isOperation(any) ? PairedCase.OPERATION : PairedCase.COMMAND,
        any.key(),
        sides(),
        1,
        List.of(),
        "",
        "",
        false,
        "");
  }
}
