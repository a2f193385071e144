package benchwright.run;

import benchwright.plan.Trial;
import benchwright.run.Event.Loss;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chunks and what came of them as bytes. Both ends are of one build: the engine that reads a chunk
 * was sent by the one that wrote it.
 */
final class ChunkWire {
  /** Some trials, and how far each may go. */
  record Chunk(Limits limits, List<Trial> trials) {}

  /** One trial that has ended. */
  record Ended(Outcome outcome, Optional<Loss> loss) {}

  private ChunkWire() {}

  static byte[] chunk(Chunk chunk) {
    return bytes(
        out -> {
          out.writeLong(chunk.limits().timeout().map(Duration::toNanos).orElse(0L));
          out.writeLong(chunk.limits().grace().toNanos());
          out.writeInt(chunk.trials().size());
          for (Trial trial : chunk.trials()) {
            TrialWire.writeTrial(out, trial);
          }
        });
  }

  static Chunk chunk(byte[] bytes) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      long timeout = in.readLong();
      Duration grace = Duration.ofNanos(in.readLong());
      Optional<Duration> limit =
          timeout == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(timeout));
      List<Trial> trials = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        trials.add(TrialWire.readTrial(in));
      }
      return new Chunk(new Limits(1, limit, grace), trials);
    } catch (IOException cut) {
      throw new UncheckedIOException("a chunk of trials was damaged on its way", cut);
    }
  }

  static byte[] outcomes(List<Ended> ended) {
    return bytes(
        out -> {
          out.writeInt(ended.size());
          for (Ended each : ended) {
            TrialWire.writeOutcome(out, each.outcome());
            out.writeUTF(each.loss().map(Loss::name).orElse(""));
          }
        });
  }

  static List<Ended> outcomes(byte[] bytes) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      List<Ended> ended = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        Outcome outcome = TrialWire.readOutcome(in);
        String loss = in.readUTF();
        ended.add(
            new Ended(
                outcome, loss.isEmpty() ? Optional.empty() : Optional.of(Loss.valueOf(loss))));
      }
      return ended;
    } catch (IOException cut) {
      throw new UncheckedIOException("results were damaged on their way", cut);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
