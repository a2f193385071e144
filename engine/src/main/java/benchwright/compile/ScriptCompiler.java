package benchwright.compile;

import benchwright.script.Mistake;
import benchwright.script.Reading;
import benchwright.script.SuiteScript;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.common.arguments.K2JVMCompilerArguments;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.jetbrains.kotlin.config.Services;

/**
 * The one class that knows the Kotlin compiler: compiles a script, looks at what its statements
 * call, executes it twice.
 */
final class ScriptCompiler implements ScriptReader {
  private final List<Path> vocabulary;
  private final Duration timeLimit;

  /**
   * A compiler.
   *
   * @param vocabulary what a script may see, but for its own dependencies
   * @param timeLimit how long the statements of a script may take
   */
  ScriptCompiler(List<Path> vocabulary, Duration timeLimit) {
    this.vocabulary = List.copyOf(vocabulary);
    this.timeLimit = timeLimit;
  }

  @Override
  public Reading read(Path script, List<Path> dependencies, Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(SuiteCache.CLASSES));
    Reading reading = judge(script, dependencies, classes);
    Answer.write(reading, folder);
    return reading;
  }

  private Reading judge(Path script, List<Path> dependencies, Path classes) throws IOException {
    String text = Files.readString(script);
    KotlinMessages messages = new KotlinMessages();
    ExitCode exit =
        new K2JVMCompiler()
            .exec(messages, Services.EMPTY, arguments(script, dependencies, classes));
    if (exit != ExitCode.OK) {
      return new Reading.Mistaken(new Remedies(text).explain(messages.errors()));
    }
    ScriptClasses compiled = ScriptClasses.in(classes);
    List<Mistake> impurities = new Purity(compiled.mainClass()).mistakes(compiled.files(), text);
    if (!impurities.isEmpty()) {
      return new Reading.Mistaken(impurities);
    }
    List<Path> classPath = new ArrayList<>();
    classPath.add(classes);
    classPath.addAll(dependencies);
    try (ScriptLoader loader = new ScriptLoader(classPath)) {
      return new Evaluation(loader, compiled.mainClass(), text, timeLimit)
          .twice(ScriptFile.suiteName(script));
    }
  }

  private K2JVMCompilerArguments arguments(Path script, List<Path> dependencies, Path classes) {
    List<Path> visible = new ArrayList<>(vocabulary);
    visible.addAll(dependencies);
    K2JVMCompilerArguments arguments = new K2JVMCompilerArguments();
    arguments.setFreeArgs(List.of(script.toString()));
    arguments.setDestination(classes.toString());
    arguments.setClasspath(
        String.join(File.pathSeparator, visible.stream().map(Path::toString).toList()));
    arguments.setNoStdlib(true);
    arguments.setNoReflect(true);
    arguments.setJvmTarget("17");
    arguments.setScriptTemplates(new String[] {SuiteScript.class.getName()});
    arguments.setAllowAnyScriptsInSourceRoots(true);
    return arguments;
  }
}
