package benchwright.external;

import benchwright.BudgetSpent;
import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One trial of a program: starts it, hands it the problem, answers its questions, ends it. */
final class Conversation implements Optimizer {
  private static final int LOOK_MILLIS = 5;
  // A seed that every language can hold in a double.
  private static final int SEED_BITS = 53;

  /** Starts the process of one trial. */
  interface Start {
    Process start(Leash leash) throws IOException;
  }

  private final Leash leash;
  private final Start start;
  private final Patience patience;
  private final int patienceSeconds;

  Conversation(Leash leash, Start start, Patience patience, int patienceSeconds) {
    this.leash = leash;
    this.start = start;
    this.patience = patience;
    this.patienceSeconds = patienceSeconds;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    long seed = random.nextLong() >>> (Long.SIZE - SEED_BITS);
    Process process;
    try {
      process = start.start(leash);
    } catch (IOException impossible) {
      // Ctrl-C also hits a process that is just being started and not yet in its own session.
      throw Ending.isStopComing()
          ? new ProgramFailure("the trial was stopped", true)
          : new ProgramFailure("the program cannot be started: " + impossible.getMessage(), false);
    }
    try {
      new Talk(process, problem).talk(seed);
    } finally {
      leash.end(process);
    }
  }

  /** Both ends of the pipes to one process. */
  private final class Talk {
    private final Process process;
    private final Problem problem;
    private final MessageReader in;
    private final MessageWriter out;
    private final LastLines errors;
    private final Guard guard;
    private double[] values = new double[1];
    private boolean greeted;
    private boolean hexadecimal;
    private boolean deaf;
    private long told;

    Talk(Process process, Problem problem) {
      this.process = process;
      this.problem = problem;
      this.in = new MessageReader(process.getInputStream());
      this.out = new MessageWriter(process.getOutputStream());
      this.errors = new LastLines(process.getErrorStream());
      this.guard = new Guard(process, leash, patience.hello());
    }

    void talk(long seed) {
      try {
        guard.turn();
        Greeting greeting = Greeting.of(in.greeting());
        greeted = true;
        hexadecimal = greeting.hexadecimal();
        guard.allow(patienceSeconds);
        tell(seed);
        answerAll();
      } catch (Unreadable rubbish) {
        throw failure(rubbish.text(), false);
      } catch (IOException end) {
        throw ended();
      } finally {
        guard.dismiss();
      }
    }

    /** The program has the word when this begins. */
    private void answerAll() throws IOException, Unreadable {
      while (true) {
        long affordable = problem.remaining();
        long asked = in.question(problem.dimension(), Math.max(1, affordable), hexadecimal);
        guard.turn();
        if (asked == 0) {
          farewell(null);
          return;
        }
        String reason = answer(asked, affordable);
        guard.turn();
        if (!reason.isEmpty()) {
          farewell(reason);
          throw new BudgetSpent();
        }
        tell((int) asked);
      }
    }

    private void tell(long seed) {
      try {
        out.problem(problem, seed);
      } catch (IOException gone) {
        deaf = true;
      }
    }

    /**
     * Tells the values. Of a program that does not listen any more, the questions that it has asked
     * are answered all the same: how many it got rid of before that showed is chance.
     */
    private void tell(int count) {
      if (!deaf) {
        try {
          out.tell(values, count, hexadecimal);
        } catch (IOException gone) {
          deaf = true;
        }
      }
    }

    /** Evaluates; empty, or the reason why there is no answer. */
    private String answer(long asked, long affordable) {
      boolean spent = told >= problem.budget();
      try {
        if (asked == 1) {
          values[0] = problem.evaluate(in.point());
        } else {
          double[][] points = in.points();
          if (values.length < points.length) {
            values = new double[points.length];
          }
          problem.evaluateAll(points, values);
        }
      } catch (BudgetSpent over) {
        return spent ? "budget" : "target";
      }
      told += Math.min(asked, affordable);
      return asked > affordable ? "budget" : "";
    }

    /**
     * The end of a trial that has gone well: whatever the program still says is not heard.
     *
     * @param reason null if the program has said it first
     */
    private void farewell(@Nullable String reason) {
      try {
        if (reason != null) {
          out.done(reason);
        }
        process.getOutputStream().close();
      } catch (IOException gone) {
        // It need not hear it.
      }
      guard.dismiss();
      byte[] unheard = new byte[1 << 16];
      InputStream output = process.getInputStream();
      try {
        for (int i = 0; i < patience.farewell() * 1_000 / LOOK_MILLIS; i++) {
          if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
          }
          for (int k = 0; k < LOOK_MILLIS && read(output, unheard); k++) {
            // A program that waits for a reader would never end.
          }
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
      throw failure("it did not end within " + patience.farewell() + " s after done", false);
    }

    private boolean read(InputStream output, byte[] unheard) {
      try {
        return output.available() > 0 && output.read(unheard) > 0;
      } catch (IOException closed) {
        return false;
      }
    }

    /** The program has ended, or was ended, or will not listen or speak any more. */
    private ProgramFailure ended() {
      return switch (guard.verdict()) {
        case STOPPED -> new ProgramFailure("the trial was stopped", true);
        case SILENT -> failure(silence(), true);
        case NONE -> {
          Ending ending =
              Ending.of(process, leash.isApart(), "its output has ended, but it goes on");
          yield ending.interrupted()
              ? new ProgramFailure("the trial was stopped", true)
              : failure(ending.text(), ending.fromOutside());
        }
      };
    }

    private String silence() {
      return greeted
          ? (deaf ? "it has closed its input, and " : "")
              + "it was silent for more than "
              + patienceSeconds
              + " s"
          : "it did not say hello within " + patience.hello() + " s";
    }

    private ProgramFailure failure(String what, boolean chance) {
      leash.end(process);
      String last = errors.text();
      return new ProgramFailure(
          "the program failed"
              + (chance || !greeted ? "" : " after " + told + " evaluations")
              + ": "
              + what
              + (last.isEmpty() ? "" : "; its standard error ends with: " + last),
          chance);
    }
  }
}
