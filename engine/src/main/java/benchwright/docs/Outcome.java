package benchwright.docs;

import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.compile.Diagnostic;
import benchwright.engine.FailedTrial;
import benchwright.suite.Suite;
import java.util.List;

/** What came of an example. */
sealed interface Outcome {
  /** It ran to its end. */
  record Ran(Suite suite, Manifest manifest, Summary summary, List<FailedTrial> failures)
      implements Outcome {
    public Ran {
      failures = List.copyOf(failures);
    }
  }

  /** It is right, and was not run. */
  record Planned(Suite suite) implements Outcome {}

  /** It does not compile. */
  record Wrong(List<Diagnostic> diagnostics) implements Outcome {
    public Wrong {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** It compiles, and cannot be planned or run; each problem is a sentence. */
  record Refused(List<String> problems) implements Outcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** It went on for longer than examples may. */
  record TooLong(String limit) implements Outcome {}
}
