package benchwright.engine;

import benchwright.artifact.ComparedRun;
import benchwright.artifact.Environment;
import benchwright.artifact.SuiteStamp;
import benchwright.measure.MachineFingerprint;
import benchwright.measure.Sensors;
import benchwright.plan.TimingPlan;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The two sides as a comparison names them: measured on one machine, in one job.
 *
 * @param suite the script as the user named it
 */
record PairedParts(Site site, Surroundings surroundings, String startedAt, String suite) {
  ComparedRun run(PairSide side, Source source, TimingPlan plan) {
    return run(
        side,
        new SuiteStamp(source.suite().name(), source.suite().title(), suite, source.sha256()),
        plan.profile(),
        plan.digest());
  }

  /** A side that lacks the suite. */
  ComparedRun without(PairSide side) {
    return run(side, new SuiteStamp(name(), "", suite, ""), "", "");
  }

  private String name() {
    String file = String.valueOf(Path.of(suite).getFileName());
    int end = file.indexOf(".bench.kts");
    return end > 0 ? file.substring(0, end) : file;
  }

  private ComparedRun run(PairSide side, SuiteStamp stamp, String profile, String digest) {
    Environment here = site.environment();
    Properties properties = surroundings.properties();
    String fingerprint =
        MachineFingerprint.of(
                here,
                new Sensors(Path.of("/")).glance().state().processors(),
                properties.getProperty("os.name", ""),
                properties.getProperty("os.arch", ""))
            .fingerprint();
    return new ComparedRun(
        side.name(),
        "",
        stamp,
        profile,
        side.commit(),
        startedAt,
        fingerprint,
        here.cpu() + ", " + here.cores() + " processors, " + here.os(),
        here.jvm(),
        digest,
        "");
  }
}
