package benchwright.measure;

import benchwright.artifact.Conditions;
import benchwright.artifact.MachineState;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine at one moment, with the counters that tell what happened between two such moments.
 *
 * @param state with no shares, and with the throttlings since the machine was started
 * @param ticks of all processors since the start
 * @param idle those of them in which nothing was to do
 * @param stolen those of them that other virtual machines took
 */
public record Glance(MachineState state, long ticks, long idle, long stolen) {
  /** From how much steal on figures are doubtful: one processor in a hundred. */
  static final double STEAL = 0.01;

  /**
   * How the machine was from {@code earlier} to now.
   *
   * @return this state with the shares of that time, and the throttlings in it
   */
  public MachineState since(Glance earlier) {
    double ticks = this.ticks - earlier.ticks;
    double busy = ticks - (idle - earlier.idle) - (stolen - earlier.stolen);
    return new MachineState(
        state.processors(),
        state.load(),
        ticks > 0 ? busy / ticks : Double.NaN,
        stealSince(earlier),
        state.governor(),
        state.turbo(),
        state.aslr(),
        state.celsius(),
        Math.max(0, state.throttlings() - earlier.state.throttlings()),
        state.power(),
        state.quota(),
        state.virtualization(),
        state.smt());
  }

  private double stealSince(Glance earlier) {
    double ticks = this.ticks - earlier.ticks;
    return ticks > 0 ? (stolen - earlier.stolen) / ticks : Double.NaN;
  }

  /**
   * What was measured from {@code earlier} to now was measured under these conditions.
   *
   * @param pinned the processors that it was held to, such as {@code 2,3}; empty for all
   */
  public Conditions conditionsSince(Glance earlier, String pinned) {
    MachineState meanwhile = since(earlier);
    List<String> warnings = new ArrayList<>();
    double load = earlier.state.load();
    if (load > Quietness.LOAD * state.processors()) {
      warnings.add(
          "The machine was busy before (load "
              + load
              + " on "
              + state.processors()
              + " processors).");
    }
    if (meanwhile.stealShare() > STEAL) {
      warnings.add(
          "Other virtual machines took "
              + Quietness.percent(meanwhile.stealShare())
              + " of the processor time.");
    }
    if (meanwhile.throttlings() > 0) {
      warnings.add("Processors were slowed down for heat " + meanwhile.throttlings() + " times.");
    }
    if (!earlier.state.governor().equals(state.governor())
        || !earlier.state.turbo().equals(state.turbo())) {
      warnings.add("Somebody changed the frequency governor or turbo meanwhile.");
    }
    return new Conditions(
        load,
        state.load(),
        meanwhile.stealShare(),
        pinned,
        List.copyOf(warnings),
        state.governor(),
        state.turbo(),
        state.aslr(),
        state.celsius(),
        meanwhile.throttlings());
  }
}
