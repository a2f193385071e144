package benchwright.compile;

import benchwright.script.SuiteScript;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Loads the classes of one script, and of what it depends on. Of this program it sees the
 * vocabulary alone, so that a library of the script is never mixed with one of the engine.
 */
final class ScriptLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  ScriptLoader(List<Path> classPath) {
    super("suite", urls(classPath), new Shared());
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

  /** What a script shares with this program: the JDK, Kotlin and the vocabulary. */
  private static final class Shared extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    private static final Set<String> VOCABULARY =
        Set.of("benchwright", "benchwright.suite", "benchwright.script");

    Shared() {
      super("vocabulary", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      boolean shared =
          name.startsWith("kotlin.")
              || name.startsWith("kotlinx.serialization.")
              || VOCABULARY.contains(name.substring(0, Math.max(name.lastIndexOf('.'), 0)));
      if (!shared) {
        throw new ClassNotFoundException(name);
      }
      return SuiteScript.class.getClassLoader().loadClass(name);
    }
  }
}
