package benchwright.plan;

import java.util.List;
import java.util.Optional;

/**
 * The part of a suite of measurements to be made; nothing selects all of it.
 *
 * @param implementations globs on ids, names included
 * @param size the name of one of the suite's sizes, or a number that replaces them all
 * @param workers replaces the suite's own numbers of workers
 * @param devices the devices to be offered to commands: a case with the first of them, with the
 *     first two, and so on
 * @param vanilla whether the implementation that the others are compared to is measured too, chosen
 *     or not
 */
public record TimingSelection(
    List<String> implementations,
    Optional<String> size,
    List<Integer> workers,
    List<String> devices,
    boolean vanilla) {
  /** Everything, without devices. */
  public static final TimingSelection EVERYTHING =
      new TimingSelection(List.of(), Optional.empty(), List.of(), List.of(), false);

  public TimingSelection {
    implementations = List.copyOf(implementations);
    workers = List.copyOf(workers);
    devices = List.copyOf(devices);
  }

  /** The same with one number of workers. */
  public TimingSelection withWorkers(int number) {
    return new TimingSelection(implementations, size, List.of(number), devices, vanilla);
  }
}
