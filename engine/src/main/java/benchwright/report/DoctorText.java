package benchwright.report;

import benchwright.artifact.Diagnosis;
import benchwright.artifact.MachineIdentity;
import benchwright.artifact.MachineState;
import benchwright.artifact.NoiseFigures;
import benchwright.artifact.NoiseFloor;
import benchwright.artifact.Remark;
import java.util.List;

/** A machine and whether it is fit to measure on, as text. */
public final class DoctorText {
  private static final String UNKNOWN = "not told";

  private DoctorText() {}

  /** The lines: the machine, its state, its noise, the verdict, what to do. */
  public static String render(Diagnosis diagnosis, Palette palette) {
    Listing listing = new Listing();
    MachineIdentity machine = diagnosis.machine();
    MachineState state = diagnosis.state();
    listing.add(
        "machine",
        machine.cpu()
            + ", "
            + Quantity.count(machine.processors(), "processor")
            + ", "
            + machine.memoryGib()
            + " GiB, "
            + machine.os()
            + " "
            + machine.architecture());
    listing.add("fingerprint", machine.fingerprint());
    listing.add("load", number(state.load()));
    listing.add("busy", share(state.busyShare()) + " by other programs, " + steal(state));
    listing.add("governor", told(state.governor()));
    listing.add("turbo", told(state.turbo()));
    listing.add("heat", heat(state));
    listing.add("power", told(state.power()));
    listing.add("quota", quota(state));
    listing.add(
        "virtual",
        state.virtualization().isEmpty()
            ? "no sign of it"
            : state.virtualization().replace(",", ", "));
    listing.add("smt", told(state.smt()));
    listing.add("aslr", told(state.aslr()));
    StringBuilder text = new StringBuilder(listing.toText());
    text.append('\n').append(noise(diagnosis.noise(), palette)).append('\n');
    text.append(
        diagnosis.fit()
            ? palette.green("fit to measure on") + "\n"
            : palette.red("not fit to measure on") + "\n");
    for (Remark remark : diagnosis.remarks()) {
      text.append("  ")
          .append(remark.grave() ? palette.red("unfit") : palette.yellow("note "))
          .append("  ")
          .append(remark.text())
          .append("\n         ")
          .append(remark.advice())
          .append('\n');
    }
    return text.toString();
  }

  /** What is known of the noise of a machine, in a few lines. */
  public static String noise(NoiseFloor floor, Palette palette) {
    if (floor.launches() == 0) {
      return "noise: not measured; to measure it: bench doctor --noise 30s\n";
    }
    String title =
        "noise of identical code, "
            + floor.launches()
            + " launches in "
            + Math.round(floor.seconds())
            + " s on "
            + floor.at().substring(0, Math.min(10, floor.at().length()))
            + ", steal "
            + share(floor.stealShare())
            + "\n";
    Table table = new Table(List.of(false, true, true, true, true, true, true));
    table.add(List.of("", "spread", "block", "paired", "by 6 pairs", "by 10", "by 30"));
    row(table, "a program, start to end", floor.command());
    row(table, "a loop inside it", floor.operation());
    return title + table.toText(palette);
  }

  private static void row(Table table, String name, NoiseFigures figures) {
    table.add(
        List.of(
            name,
            share(figures.spread()),
            share(figures.block()),
            share(figures.paired()),
            share(figures.detectableBy6()),
            share(figures.detectableBy10()),
            share(figures.detectableBy30())));
  }

  private static String heat(MachineState state) {
    String text = Double.isNaN(state.celsius()) ? UNKNOWN : Math.round(state.celsius()) + " °C";
    return state.throttlings() == 0 ? text : text + ", slowed down for heat";
  }

  private static String quota(MachineState state) {
    return Double.isNaN(state.quota())
        ? "none"
        : Quantity.ratio(state.quota()) + " processors for this control group";
  }

  private static String steal(MachineState state) {
    return share(state.stealShare()) + " by other virtual machines";
  }

  private static String told(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }

  private static String number(double number) {
    return Double.isNaN(number) ? UNKNOWN : Quantity.ratio(number);
  }

  private static String share(double share) {
    return Double.isNaN(share) ? UNKNOWN : Quantity.percent(share);
  }
}
