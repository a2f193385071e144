package benchwright.spark;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The main class for {@code spark-submit}: takes chunks from standard input, runs each as a job of
 * one task, and writes what comes back to standard output. It ends when its input does, so that
 * nothing goes on for a run that is gone.
 *
 * <p>Words: the class of the engine, then in any order {@code engine=JAR}, {@code word=TEXT} and
 * {@code file=PATH}. The protocol is that of {@code benchwright.run.DriverPipe}.
 */
public final class Driver {
  private static final int EXECUTOR_WAIT_MILLIS = 30_000;
  private static final int LOOK_MILLIS = 250;

  private final JavaSparkContext spark;
  private final Door door;
  private final Answers answers;
  private final Map<Integer, Thread> jobs = new ConcurrentHashMap<>();

  private Driver(JavaSparkContext spark, Door door, Answers answers) {
    this.spark = spark;
    this.door = door;
    this.answers = answers;
  }

  /** Serves until the pipe is closed. */
  public static void main(String[] words) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    Answers answers = new Answers(System.out);
    // Whatever Spark and its libraries print must not come between the frames.
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
    SparkConf conf = new SparkConf();
    // It would be taken for the number of cores.
    conf.remove("spark.default.parallelism");
    conf.setIfMissing("spark.log.level", "WARN");
    JavaSparkContext spark = new JavaSparkContext(conf);
    Driver driver = new Driver(spark, door(spark, words), answers);
    driver.awaitExecutor();
    answers.greet(driver.slots());
    Thread watch = new Thread(driver::watch, "slots");
    watch.setDaemon(true);
    watch.start();
    try {
      driver.serve(in);
    } catch (IOException closed) {
      // Nobody wants anything any more.
    }
    spark.sc().cancelAllJobs();
    spark.stop();
    Runtime.getRuntime().halt(0);
  }

  private static Door door(JavaSparkContext spark, String[] words) {
    List<String> jars = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      String value = words[i].substring(equals + 1);
      switch (words[i].substring(0, equals)) {
        case "engine" -> jars.add(sent(spark, value));
        case "file" -> files.add(sent(spark, value));
        default -> texts.add(value);
      }
    }
    return new Door(words[0], jars, texts, files);
  }

  private static String sent(JavaSparkContext spark, String path) {
    spark.addFile(path);
    return String.valueOf(Path.of(path).getFileName());
  }

  /** The first job would wait as well, but nobody would know how many slots there are. */
  private void awaitExecutor() {
    try {
      for (int left = EXECUTOR_WAIT_MILLIS; left > 0 && executors() == 0; left -= LOOK_MILLIS) {
        Thread.sleep(LOOK_MILLIS);
      }
      // Executors of several machines come one after another.
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private int executors() {
    // The driver itself is in the list.
    int others = spark.statusTracker().getExecutorInfos().length - 1;
    return spark.master().startsWith("local") ? 1 : others;
  }

  private int slots() {
    int each = spark.getConf().getInt("spark.task.cpus", 1);
    return executors() == 0 ? 1 : Math.max(1, spark.defaultParallelism() / each);
  }

  private void watch() {
    int told = slots();
    try {
      while (!spark.sc().isStopped()) {
        Thread.sleep(LOOK_MILLIS);
        int now = slots();
        if (now != told) {
          answers.send('S', now, new byte[0]);
          told = now;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException stopping) {
      // The context is being stopped.
    }
  }

  private void serve(DataInputStream in) throws IOException {
    while (true) {
      int kind = in.readUnsignedByte();
      int number = in.readInt();
      byte[] bytes = in.readNBytes(in.readInt());
      if (kind == 'P') {
        Thread job = new Thread(() -> place(number, bytes), "chunk-" + number);
        job.setDaemon(true);
        jobs.put(number, job);
        job.start();
      } else if (kind == 'W' && jobs.containsKey(number)) {
        spark.cancelJobGroup(group(number));
      }
    }
  }

  private void place(int number, byte[] chunk) {
    try {
      spark.setJobGroup(group(number), group(number), true);
      byte[] back = spark.parallelize(List.of(chunk), 1).map(door).collect().get(0);
      byte[] rest = new byte[back.length - 1];
      System.arraycopy(back, 1, rest, 0, rest.length);
      answers.send(back[0], number, rest);
    } catch (Throwable failed) {
      // What Spark gives up is lost; whatever else goes wrong will go wrong with every chunk.
      boolean lost = failed instanceof SparkException && !spark.sc().isStopped();
      answers.send(lost ? 'L' : Door.BROKEN, number, text(failed));
    } finally {
      jobs.remove(number);
    }
  }

  private static String group(int number) {
    return "chunk " + number;
  }

  private static byte[] text(Throwable failed) {
    String text = failed.toString();
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).getBytes(StandardCharsets.UTF_8);
  }
}
