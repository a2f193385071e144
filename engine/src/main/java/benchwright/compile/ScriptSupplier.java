package benchwright.compile;

import benchwright.script.Bodies;
import benchwright.script.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes a cached script for its bodies; loads its classes once, and only when asked. */
final class ScriptSupplier implements Supplier<Bodies> {
  private final CacheEntry entry;
  private @Nullable ScriptLoader loader;

  ScriptSupplier(CacheEntry entry) {
    this.entry = entry;
  }

  @Override
  public Bodies get() {
    try {
      return Reading.bodies(loader().execute(entry.mainClass()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the compiled suite " + entry.folder() + " does not load", e);
    }
  }

  private synchronized ScriptLoader loader() {
    ScriptLoader known = loader;
    if (known == null) {
      List<Path> classPath = new ArrayList<>();
      classPath.add(entry.folder().resolve(SuiteCache.CLASSES));
      classPath.addAll(entry.classPath());
      known = new ScriptLoader(classPath);
      loader = known;
    }
    return known;
  }
}
