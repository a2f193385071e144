package benchwright.compile;

import benchwright.script.SuiteScript;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Loads the classes of one script, and of what it depends on. */
final class ScriptLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  ScriptLoader(List<Path> classPath) {
    super("suite", urls(classPath), SuiteScript.class.getClassLoader());
  }

  /** Executes the statements of the script whose class is {@code name}. */
  SuiteScript execute(String name) throws ReflectiveOperationException {
    return (SuiteScript) loadClass(name).getConstructor().newInstance();
  }

  private static URL[] urls(List<Path> classPath) {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      try {
        urls[i] = classPath.get(i).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("not a class path: " + classPath, e);
      }
    }
    return urls;
  }
}
