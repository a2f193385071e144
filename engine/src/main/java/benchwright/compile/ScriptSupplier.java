package benchwright.compile;

import benchwright.script.Bodies;
import benchwright.script.Reading;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes a cached script for its bodies; loads its classes once, and only when asked. */
final class ScriptSupplier implements Supplier<Bodies> {
  private final ScriptCode code;
  private @Nullable ScriptLoader loader;

  ScriptSupplier(ScriptCode code) {
    this.code = code;
  }

  @Override
  public Bodies get() {
    try {
      return Reading.bodies(loader().execute(code.mainClass()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the compiled suite " + code.entry() + " does not load", e);
    }
  }

  private synchronized ScriptLoader loader() {
    ScriptLoader known = loader;
    if (known == null) {
      known = new ScriptLoader(code.classPath());
      loader = known;
    }
    return known;
  }
}
