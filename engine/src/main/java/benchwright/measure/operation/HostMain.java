package benchwright.measure.operation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A host: carries out {@link Job}s by JMH, one after another, each in a fork of its own, until
 * nobody asks any more. It runs in a JVM of its own, because the one that asks has a compiler, a
 * heap and threads that are none of the measurement's business.
 */
public final class HostMain {
  private HostMain() {}

  /** Serves until its standard input ends; then nothing that it started is left. */
  public static void main(String[] words) throws InterruptedException, IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    // What an operation prints comes here, and must not stand in the middle of the protocol.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(in, jobs), "benchwright-jobs");
    reader.setDaemon(true);
    reader.start();
    while (true) {
      new JmhRun(jobs.take()).answer().write(out);
    }
  }

  private static void read(DataInputStream in, BlockingQueue<Job> jobs) {
    try {
      while (true) {
        jobs.add(Job.read(in));
      }
    } catch (IOException ended) {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      Runtime.getRuntime().halt(0);
    }
  }
}
