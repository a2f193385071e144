package benchwright.spark;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.function.Function;

/**
 * All that runs in an executor: hands a chunk to the engine, which it loads from the files that
 * were sent, apart from Spark and its libraries. A named class with nothing but the JDK and Spark
 * in it and without lambdas, so that an executor can read it before it has seen the engine.
 */
final class Door implements Function<byte[], byte[]> {
  /** The first byte of what comes back: results follow. */
  static final byte DONE = 'D';

  /** The first byte of what comes back: a text follows, why no chunk can be run here. */
  static final byte BROKEN = 'B';

  private static final long serialVersionUID = 1;

  /** An executor serves one application, so there is one engine in it, and here it is. */
  private static final ConcurrentHashMap<String, java.util.function.Function<byte[], byte[]>>
      ENGINES = new ConcurrentHashMap<>();

  private final String entry;
  private final ArrayList<String> jars;
  private final ArrayList<String> words;
  private final ArrayList<String> files;

  /**
   * @param entry the class of the engine that takes chunks
   * @param jars the names of the engine's files
   * @param words the first words for that class
   * @param files the names of files whose paths are its further words
   */
  Door(String entry, List<String> jars, List<String> words, List<String> files) {
    this.entry = entry;
    this.jars = new ArrayList<>(jars);
    this.words = new ArrayList<>(words);
    this.files = new ArrayList<>(files);
  }

  @Override
  public byte[] call(byte[] chunk) throws Exception {
    try {
      return answer(DONE, engine().apply(chunk));
    } catch (VirtualMachineError dying) {
      throw dying;
    } catch (Throwable broken) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      return answer(BROKEN, broken.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] answer(byte kind, byte[] bytes) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream(bytes.length + 1);
    answer.write(kind);
    answer.writeBytes(bytes);
    return answer.toByteArray();
  }

  private java.util.function.Function<byte[], byte[]> engine()
      throws ReflectiveOperationException, MalformedURLException {
    synchronized (ENGINES) {
      String key = entry + jars + words + files;
      java.util.function.Function<byte[], byte[]> engine = ENGINES.get(key);
      if (engine == null) {
        engine = load();
        ENGINES.put(key, engine);
      }
      return engine;
    }
  }

  /** The loader stays open: classes are loaded from it as long as the executor lives. */
  @SuppressWarnings("unchecked")
  private java.util.function.Function<byte[], byte[]> load()
      throws ReflectiveOperationException, MalformedURLException {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = new File(SparkFiles.get(jars.get(i))).toURI().toURL();
    }
    List<String> all = new ArrayList<>(words);
    for (String file : files) {
      all.add(SparkFiles.get(file));
    }
    ClassLoader loader =
        new URLClassLoader("benchwright", urls, ClassLoader.getPlatformClassLoader());
    return (java.util.function.Function<byte[], byte[]>)
        loader
            .loadClass(entry)
            .getConstructor(String[].class)
            .newInstance((Object) all.toArray(new String[0]));
  }
}
