package benchwright.measure;

import java.time.Duration;
import java.util.List;

/**
 * What a measured process is held to.
 *
 * @param processors the numbers of the processors that it may run on; empty for all
 * @param niceness 0 leaves it as it is, 1 to 19 is less, -1 to -20 more than others get
 * @param paddingSeed of the random length of a variable in its environment: where the stack begins
 *     moves with it, and with that how fast a program is (Mytkowicz et al., Producing wrong data
 *     without doing anything obviously wrong, ASPLOS 2009)
 * @param devices the devices that it is offered, as CUDA_VISIBLE_DEVICES names them; none if empty
 * @param timeout a run that takes longer has failed
 */
public record Confinement(
    List<Integer> processors,
    int niceness,
    long paddingSeed,
    List<String> devices,
    Duration timeout) {
  public Confinement {
    processors = List.copyOf(processors);
    devices = List.copyOf(devices);
  }
}
