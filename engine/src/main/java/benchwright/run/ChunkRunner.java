package benchwright.run;

import benchwright.artifact.TrialKey;
import benchwright.plan.Trial;
import benchwright.run.ChunkWire.Chunk;
import benchwright.run.ChunkWire.Ended;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The cluster's end: carries out the chunks that come in, each in the thread that asks, one trial
 * after another. Trials end here as they do in a {@link LocalPool} of one worker.
 */
public final class ChunkRunner implements Function<byte[], byte[]> {
  private final Function<Chunk, List<Ended>> carryOut;

  private ChunkRunner(Function<Chunk, List<Ended>> carryOut) {
    this.carryOut = carryOut;
  }

  /** Runs the trials. */
  public static ChunkRunner of(TrialRunner runner) {
    return new ChunkRunner(chunk -> run(runner, chunk));
  }

  /** Answers with what {@code known} says of each trial, without running it. */
  public static ChunkRunner canned(Function<Trial, Outcome> known) {
    return new ChunkRunner(
        chunk ->
            chunk.trials().stream()
                .map(trial -> new Ended(known.apply(trial), Optional.empty()))
                .toList());
  }

  @Override
  public byte[] apply(byte[] chunk) {
    return ChunkWire.outcomes(carryOut.apply(ChunkWire.chunk(chunk)));
  }

  private static List<Ended> run(TrialRunner runner, Chunk chunk) {
    Map<TrialKey, Ended> ended = new LinkedHashMap<>();
    new LocalPool(runner, trial -> 0, chunk.limits())
        .run(
            chunk.trials(),
            event -> {
              if (event instanceof Event.TrialFinished finished) {
                Outcome outcome = new Outcome(finished.record(), finished.circumstance());
                ended.put(finished.record().getKey(), new Ended(outcome, Optional.empty()));
              } else if (event instanceof Event.WorkerLost lost) {
                ended.computeIfPresent(
                    lost.key(), (key, each) -> new Ended(each.outcome(), Optional.of(lost.loss())));
              }
            });
    return new ArrayList<>(ended.values());
  }
}
