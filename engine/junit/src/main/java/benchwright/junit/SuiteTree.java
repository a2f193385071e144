package benchwright.junit;

import benchwright.compile.Compilation;
import benchwright.compile.Diagnostic;
import benchwright.engine.Source;
import benchwright.plan.Selection;
import benchwright.suite.FunctionSpec;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.Profile;
import benchwright.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.TestDescriptor;

/** The tests of one script, as far as its text tells them: nothing is planned or run. */
final class SuiteTree {
  private static final String KIND = "suite";

  private final Scripts scripts;
  private final Parameters parameters;
  private final List<String> profiles;

  SuiteTree(Scripts scripts, Parameters parameters, List<String> profiles) {
    this.scripts = scripts;
    this.parameters = parameters;
    this.profiles = List.copyOf(profiles);
  }

  /** Hangs the tests of {@code script} below {@code parent}. */
  void add(TestDescriptor parent, Path script) {
    Places places = Places.in(scripts.inDirectory(script));
    Compilation compilation = scripts.compile(script, parameters);
    if (compilation instanceof Compilation.Rejected rejected) {
      List<Diagnostic> diagnostics = rejected.diagnostics();
      ToldNode.problem(
          parent,
          KIND,
          script.toString(),
          name(script),
          places.line(diagnostics.get(0).line()),
          "the suite does not compile\n"
              + String.join("\n", diagnostics.stream().map(Diagnostic::toText).toList()));
      return;
    }
    Source source = Source.of((Compilation.Compiled) compilation);
    Suite suite = source.suite();
    if (suite.speed().isAsked()) {
      ToldNode.leftOut(
          parent,
          KIND,
          script.toString(),
          suite.name(),
          places.top(),
          "it measures time, which needs a machine to itself: bench run " + script);
      return;
    }
    GroupNode group =
        new GroupNode(parent, KIND, script.toString(), suite.name(), places.top(), Tags.BOTH);
    for (String profile : profiles) {
      add(group, source, profile, places);
    }
  }

  /** A test is called by all that leads to it: reports of Maven show no groups. */
  private void add(GroupNode group, Source source, String name, Places places) {
    Suite suite = source.suite();
    Profile profile = name.equals(Selection.QUICK) ? suite.quick() : suite.full();
    String path = suite.name() + "/" + name;
    ProfileNode node = new ProfileNode(group, source, name, places.profile(name));
    for (OptimizerSpec optimizer : suite.optimizers()) {
      String id = optimizer.getId();
      GroupNode ofOptimizer =
          new GroupNode(node, "optimizer", id, id, places.named(id, "optimizers"), Tags.of(name));
      for (FunctionSpec function : profile.functions()) {
        GroupNode ofFunction =
            new GroupNode(
                ofOptimizer,
                "function",
                function.getId(),
                function.getId(),
                places.named(function.getId(), "functions"),
                Tags.of(name));
        for (int dimension : profile.dimensions()) {
          CaseNode.Case tested = new CaseNode.Case(id, function.getId(), dimension);
          CaseNode unused =
              new CaseNode(
                  ofFunction, tested, name, path + "/" + tested, places.statement("dimensions"));
        }
      }
    }
    RunNode unused = RunNode.of(node, RunNode.ARTIFACT);
  }

  static String name(Path script) {
    Path last = script.getFileName();
    String file = last == null ? script.toString() : last.toString();
    return file.endsWith(Scripts.SUFFIX)
        ? file.substring(0, file.length() - Scripts.SUFFIX.length())
        : file;
  }
}
