package benchwright.cli;

import benchwright.artifact.Shard;
import benchwright.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The flag that takes one of several parts of a plan. */
final class Shards {
  static final Flag SHARD =
      Flag.value("--shard", "I/N", "Part I of N of the plan, from 1; to join them: bench merge.");

  private Shards() {}

  static Optional<Shard> read(Arguments arguments) throws Complaint {
    Optional<String> text = arguments.value(SHARD.name());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = text.get().split("/", -1);
    try {
      if (parts.length == 2) {
        return Optional.of(new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw Complaint.usage(
        "--shard takes a part and the number of parts, such as 2/5, from 1/5 to 5/5; got \""
            + text.get()
            + "\"");
  }

  /** The wanted parts of the plans; all of them where none is wanted. */
  static List<Sources.Planned> of(List<Sources.Planned> whole, Optional<Shard> shard)
      throws Complaint {
    if (shard.isEmpty()) {
      return whole;
    }
    List<Sources.Planned> parts = new ArrayList<>();
    String what = "what is compared has to be measured on one machine, so it has no shards";
    for (Sources.Ready ready : Sources.trials(whole, what)) {
      int trials = ready.plan().trials().size();
      if (shard.get().count() > trials) {
        throw Complaint.usage(
            ready.plan().suite().name()
                + " has "
                + trials
                + " trials, which cannot be split into "
                + shard.get().count()
                + " shards",
            "the most that are possible: --shard I/" + trials);
      }
      parts.add(
          new Sources.Ready(
              ready.source(), Engine.part(ready.source(), ready.plan(), shard.get())));
    }
    return parts;
  }
}
