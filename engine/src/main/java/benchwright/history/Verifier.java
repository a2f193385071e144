package benchwright.history;

import benchwright.artifact.ArtifactFile;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.artifact.Manifest;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kotlinx.serialization.json.JsonObject;

/** Checks all files of a run against its manifest, and the manifest against itself. */
final class Verifier {
  private static final String HISTORIES = Assembler.HISTORIES + "/";

  private final RunReader run;
  private final Manifest manifest;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, String> pairs = new TreeMap<>();
  private final Schemas schemas = new Schemas();
  private int trials;
  private int failed;
  private long evaluations;
  private int timed;

  Verifier(RunReader run) {
    this.run = run;
    this.manifest = run.manifest();
  }

  Verification verify() {
    switch (run.form()) {
      case JOURNAL -> fault("", "was not completed; go on with: bench run --resume " + run.place());
      case SINGLE_FILE -> singleFile();
      case DIRECTORY -> directory();
    }
    return faults.isEmpty()
        ? new Verification.Sound(manifest.resultsDigest(), manifest.files().size() + 1, trials)
        : new Verification.Faulty(faults);
  }

  private void singleFile() {
    sealed("/manifest");
    histories("", run.place().toString());
    totals("/manifest");
  }

  private void directory() {
    sealed("");
    Set<String> named = new TreeSet<>();
    for (ArtifactFile file : manifest.files()) {
      named.add(file.path());
      if (!Path.of(file.path()).normalize().equals(Path.of(file.path()))
          || Path.of(file.path()).isAbsolute()
          || file.path().startsWith("..")) {
        fault("/files", "names a file outside the run: " + file.path());
      } else if (!Files.isRegularFile(run.place().resolve(file.path()))) {
        faults.add(new Fault(file.path(), "", "is missing"));
      } else {
        check(file);
      }
    }
    unnamed(named);
    totals("");
  }

  /** The manifest by its schema and its own digest. */
  private void sealed(String pointer) {
    JsonObject sealed = run.sealed();
    faults.addAll(schemas.check(file(), pointer, Formats.MANIFEST, sealed));
    if (!ManifestJson.digest(sealed).equals(manifest.manifestDigest())) {
      faults.add(
          new Fault(
              file(),
              pointer + "/manifestDigest",
              "does not fit the other fields: the manifest was changed after it was written"));
    }
  }

  private void check(ArtifactFile file) {
    Path path = run.place().resolve(file.path());
    try {
      if (!checksum(path).equals(file.sha256())) {
        faults.add(
            new Fault(
                file.path(),
                "",
                "was changed after it was written: its SHA-256 is not the one in "
                    + ManifestJson.FILE));
      }
    } catch (IOException e) {
      faults.add(new Fault(file.path(), "", Inflation.reason(e)));
      return;
    }
    if (file.path().startsWith(HISTORIES)) {
      histories(file);
    } else if (TimingFiles.is(file)) {
      timings(file.path());
    } else {
      document(file.path(), path);
    }
  }

  private void histories(ArtifactFile file) {
    int before = trials;
    String digest = histories(file.path(), file.path());
    String name = Assembler.name(file.path());
    if (trials - before != file.trials()) {
      faults.add(
          new Fault(
              file.path(),
              "/trials",
              "holds " + (trials - before) + " trials, and the manifest says " + file.trials()));
    }
    if (!digest.isEmpty() && !digest.equals(file.resultsDigest())) {
      faults.add(
          new Fault(
              file.path(),
              "/trials",
              "has results of digest "
                  + digest
                  + ", and the manifest says "
                  + file.resultsDigest()));
    }
    if (!digest.isEmpty() && !pairs.containsKey(name)) {
      faults.add(
          new Fault(file.path(), "/optimizer/id", "and function do not fit the name of the file"));
    }
  }

  /** Reads and checks one histories file; returns its results' digest, empty if it has none. */
  private String histories(String path, String name) {
    HistoriesCheck check = new HistoriesCheck(name, schemas, faults);
    HistoriesFile histories;
    try {
      histories = run.read(path, check);
    } catch (HistoryFailure e) {
      faults.addAll(e.faults());
      return "";
    }
    faults.addAll(histories.faults());
    if (!histories.digest().isEmpty()) {
      faults.addAll(schemas.check(name, "", Formats.HISTORIES, histories.head()));
      String runId = HistoriesFile.content(histories.head().get("runId"));
      if (!runId.equals(manifest.runId())) {
        faults.add(new Fault(name, "/runId", "belongs to another run: " + runId));
      }
      pairs.put(histories.pair(), histories.digest());
    }
    trials += histories.trials();
    failed += check.failed();
    evaluations += check.evaluations();
    return histories.digest();
  }

  /** What was timed has no digest: it differs from run to run, and that is no fault. */
  private void timings(String name) {
    int before = faults.size();
    document(name, run.place().resolve(name));
    if (faults.size() > before) {
      return;
    }
    try {
      Timings document = Documents.timings(RunReader.text(run.place().resolve(name)));
      if (!document.runId().equals(manifest.runId())) {
        faults.add(new Fault(name, "/runId", "belongs to another run: " + document.runId()));
      }
      String expected =
          TimingFiles.DIRECTORY + "/" + document.implementation().getId() + ".json.gz";
      if (!name.equals(expected)) {
        faults.add(new Fault(name, "/implementation/id", "does not fit the name of the file"));
      }
      timed += document.cases().size();
      for (TimedCase each : document.cases()) {
        failed += each.status() == CaseStatus.FAILED ? 1 : 0;
      }
    } catch (IOException | IllegalArgumentException e) {
      faults.add(new Fault(name, "", String.valueOf(e.getMessage())));
    }
  }

  private void document(String name, Path path) {
    try {
      faults.addAll(schemas.validate(name, RunReader.text(path)));
    } catch (IOException e) {
      faults.add(new Fault(name, "", Inflation.reason(e)));
    }
  }

  /** Files under histories that the manifest does not name. */
  private void unnamed(Set<String> named) {
    Path root = run.place().resolve(Assembler.HISTORIES);
    if (!Files.isDirectory(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = run.place().relativize(file).toString().replace('\\', '/');
        if (!named.contains(name)) {
          faults.add(new Fault(name, "", "is not named by " + ManifestJson.FILE));
        }
      }
    } catch (IOException e) {
      faults.add(new Fault(Assembler.HISTORIES, "", Inflation.reason(e)));
    }
  }

  private void totals(String pointer) {
    if (faults.isEmpty()) {
      // What was timed is no result of the plan alone: a run of nothing else has no digest.
      String digest = pairs.isEmpty() ? "" : ResultsDigest.ofRun(pairs);
      if (!digest.equals(manifest.resultsDigest())) {
        fault(pointer + "/resultsDigest", "is not the digest of the results, which is " + digest);
      }
      equal(pointer + "/totals/trials", manifest.totals().trials(), trials);
      equal(pointer + "/totals/failed", manifest.totals().failed(), failed);
      equal(pointer + "/totals/timings", manifest.totals().timings(), timed);
      equal(pointer + "/totals/evaluations", manifest.totals().evaluations(), evaluations);
    }
  }

  private void equal(String field, long said, long found) {
    if (said != found) {
      fault(field, "says " + said + ", and the histories hold " + found);
    }
  }

  private void fault(String field, String text) {
    faults.add(new Fault(file(), field, text));
  }

  private String file() {
    return run.form() == RunReader.Form.SINGLE_FILE ? run.place().toString() : ManifestJson.FILE;
  }

  private static String checksum(Path file) throws IOException {
    MessageDigest digest = Hex.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      long unused = in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return Hex.text(digest.digest());
  }
}
