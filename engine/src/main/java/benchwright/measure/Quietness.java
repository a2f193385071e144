package benchwright.measure;

import benchwright.artifact.MachineState;
import benchwright.artifact.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a machine is fit to measure times on.
 *
 * <p>Unfit is one that others keep busy (more than {@value #BUSY} of its processors, or, where
 * nobody looked for a while, a load above {@value #LOAD} per processor), from which other virtual
 * machines take more than 1 %, whose clock rate depends on the moment (a governor other than
 * performance, a battery, heat), or which has too little for one program beside the one that
 * measures (one processor, or a quota below two).
 *
 * @param remarks the grave ones first
 */
public record Quietness(List<Remark> remarks) {
  /** The share of processor time that others may use. */
  static final double BUSY = 0.1;

  /** The load per processor that others may cause. */
  static final double LOAD = 0.25;

  private static final double HOT = 90;

  public Quietness {
    remarks = List.copyOf(remarks);
  }

  /** Whether nothing grave speaks against it. */
  public boolean isFit() {
    return remarks.stream().noneMatch(Remark::grave);
  }

  /** The grave remarks. */
  public List<Remark> reasons() {
    return remarks.stream().filter(Remark::grave).toList();
  }

  /** Judges {@code state}; what the machine does not tell is not held against it. */
  public static Quietness of(MachineState state) {
    Remarks remarks = new Remarks();
    business(state, remarks);
    clockRate(state, remarks);
    processors(state, remarks);
    remarks.grave.addAll(remarks.light);
    return new Quietness(remarks.grave);
  }

  private static void business(MachineState state, Remarks remarks) {
    if (state.busyShare() > BUSY) {
      remarks.grave(
          "Other programs use " + percent(state.busyShare()) + " of the processors.",
          "See which with: top -o %CPU. End them, or wait.");
    } else if (state.load() > LOAD * state.processors()) {
      String text = "The load of the last minute is " + state.load() + " on " + count(state) + ".";
      if (Double.isNaN(state.busyShare())) {
        remarks.grave(text, "See which programs run with: top -o %CPU. End them, or wait.");
      } else {
        remarks.light(text, "It is quiet at this moment. Wait a minute to be sure.");
      }
    }
    if (state.stealShare() > Glance.STEAL) {
      remarks.grave(
          "Other virtual machines take " + percent(state.stealShare()) + " of the processor time.",
          "Ask for a machine with processors of its own, or measure at another hour; compare in"
              + " pairs only.");
    }
  }

  private static void clockRate(MachineState state, Remarks remarks) {
    if (!state.governor().isEmpty() && !state.governor().equals("performance")) {
      remarks.grave(
          "The frequency governor is " + state.governor() + ": the clock rate follows the load.",
          "sudo bench doctor --tune, and back with: sudo bench doctor --restore");
    }
    if (state.turbo().equals("on")) {
      remarks.light(
          "Turbo is on: the clock rate depends on heat and on how many processors are busy.",
          "sudo bench doctor --tune, and back with: sudo bench doctor --restore");
    }
    if (state.power().equals("battery")) {
      remarks.grave("It runs on its battery.", "Plug it in.");
    }
    if (state.celsius() > HOT) {
      remarks.grave(
          "It is " + Math.round(state.celsius()) + " °C hot and will be slowed down.",
          "Let it cool, and clear its vents.");
    }
    if (state.throttlings() > 0 && !Double.isNaN(state.busyShare())) {
      remarks.grave("Processors are being slowed down for heat.", "Let it cool.");
    }
  }

  private static void processors(MachineState state, Remarks remarks) {
    if (state.processors() < 2) {
      remarks.grave(
          "It has one processor: what is measured shares it with the system and with bench.",
          "Measure on a machine with two processors or more.");
    }
    if (state.quota() < 2) {
      remarks.grave(
          String.format(
              Locale.ROOT,
              "The control group may use %.2f processors and is stopped when they are used up.",
              state.quota()),
          "Start the container without a limit of processors: without --cpus, or in Kubernetes"
              + " without limits.cpu.");
    } else if (!Double.isNaN(state.quota())) {
      remarks.light(
          String.format(
              Locale.ROOT,
              "The control group is stopped when it has used %.2f processors for a while.",
              state.quota()),
          "Use no more workers than that, or lift the limit.");
    }
    if (state.smt().equals("on")) {
      remarks.light(
          "Two threads share a core, which slows both.",
          "Hold the measured program to whole cores with --pin.");
    }
    if (!state.virtualization().isEmpty()) {
      remarks.light(
          "This is a "
              + switch (state.virtualization()) {
                case "virtual machine,container" -> "container in a virtual machine";
                default -> state.virtualization();
              }
              + ": its host may be busy without telling.",
          "Look at how noisy it is: bench doctor --noise 30s");
    }
  }

  /** Collects, the grave apart. */
  private static final class Remarks {
    private final List<Remark> grave = new ArrayList<>();
    private final List<Remark> light = new ArrayList<>();

    void grave(String text, String advice) {
      grave.add(new Remark(true, text, advice));
    }

    void light(String text, String advice) {
      light.add(new Remark(false, text, advice));
    }
  }

  private static String count(MachineState state) {
    return state.processors() == 1 ? "1 processor" : state.processors() + " processors";
  }

  /** {@code 12 %}, {@code 1.5 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", share * 100);
  }
}
