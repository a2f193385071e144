package benchwright.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A cluster behind a process: the driver speaks with the cluster and, over its standard input and
 * output, with this. So no library of the cluster is ever loaded beside trials or records, and the
 * driver may be any program that keeps to this:
 *
 * <pre>
 * greeting, from the driver = "BWCLUST1", 8 bytes
 * frame, in both directions = kind (1 byte) number (4) length (4) that many bytes
 * to the driver   = 'P' place the chunk of this number, 'W' withdraw it; the end of input: leave
 * from the driver = 'S' it has so many slots (first when it is ready, then at every change),
 *                   'D' this chunk is done, 'L' lost, 'B' broken; a text says how or why
 * </pre>
 *
 * Numbers are big-endian, texts UTF-8. Whatever the driver writes before its greeting is passed
 * over; its standard error is kept, to be told when it fails.
 */
public final class DriverPipe implements Cluster {
  private static final byte[] GREETING = "BWCLUST1".getBytes(StandardCharsets.US_ASCII);
  private static final int LAST_WORDS = 12;
  private static final long LEAVE_SECONDS = 6;

  private final String name;
  private final WorkerStarter starter;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, Consumer<Answer>> open = new ConcurrentHashMap<>();
  private final Deque<String> lastWords = new ArrayDeque<>();
  private volatile @Nullable Connection connection;
  private volatile @Nullable String gone;
  private volatile int slots = 1;
  private volatile boolean closing;

  private record Connection(
      Process process, DataInputStream in, DataOutputStream out, Thread err) {}

  /**
   * @param name of the cluster, for people
   * @param starter starts the driver, with pipes for all three standard streams
   */
  public DriverPipe(String name, WorkerStarter starter) {
    this.name = name;
    this.starter = starter;
  }

  @Override
  public Optional<String> join() {
    Process process;
    try {
      process = starter.start();
    } catch (IOException impossible) {
      return Optional.of(
          "The driver of " + name + " cannot be started: " + impossible.getMessage());
    }
    Thread err = new Thread(() -> listen(process.getErrorStream()), "driver-words");
    err.setDaemon(true);
    err.start();
    Connection joined =
        new Connection(
            process,
            new DataInputStream(new BufferedInputStream(process.getInputStream())),
            new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
            err);
    connection = joined;
    if (closing) {
      starter.end(process);
    }
    try {
      skipToGreeting(joined.in());
      if (joined.in().readUnsignedByte() != 'S') {
        throw new IOException("the driver speaks another protocol");
      }
      slots = joined.in().readInt();
      joined.in().readInt();
    } catch (IOException silent) {
      starter.end(process);
      return Optional.of(name + " cannot be joined" + lastWords(joined));
    }
    Thread reader = new Thread(() -> read(joined), "driver-answers");
    reader.setDaemon(true);
    reader.start();
    return Optional.empty();
  }

  private static void skipToGreeting(InputStream in) throws IOException {
    int matched = 0;
    while (matched < GREETING.length) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      matched = next == GREETING[matched] ? matched + 1 : next == GREETING[0] ? 1 : 0;
    }
  }

  private void listen(InputStream words) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(words, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // Frames of a stack trace say nothing to people.
        if (!line.isBlank() && !line.startsWith("\t")) {
          synchronized (lastWords) {
            lastWords.add(line.strip());
            if (lastWords.size() > LAST_WORDS) {
              lastWords.remove();
            }
          }
        }
      }
    } catch (IOException closed) {
      // It was ended in the middle of a line.
    }
  }

  private String lastWords(Connection joined) {
    try {
      joined.err().join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    synchronized (lastWords) {
      return lastWords.isEmpty()
          ? "; its driver said nothing"
          : "; the last that its driver said:\n    " + String.join("\n    ", lastWords);
    }
  }

  private void read(Connection joined) {
    try {
      while (true) {
        int kind = joined.in().readUnsignedByte();
        int number = joined.in().readInt();
        byte[] bytes = joined.in().readNBytes(joined.in().readInt());
        if (kind == 'S') {
          slots = number;
          continue;
        }
        Consumer<Answer> hear = open.remove(number);
        if (hear != null) {
          hear.accept(answer(kind, bytes));
        }
      }
    } catch (IOException end) {
      breakDown(name + " is gone" + (closing ? "" : lastWords(joined)));
    }
  }

  private static Answer answer(int kind, byte[] bytes) throws IOException {
    return switch (kind) {
      case 'D' -> new Answer.Done(bytes);
      case 'L' -> new Answer.Lost(new String(bytes, StandardCharsets.UTF_8));
      case 'B' -> new Answer.Broken(new String(bytes, StandardCharsets.UTF_8));
      default -> throw new IOException("the driver speaks another protocol");
    };
  }

  private void breakDown(String why) {
    gone = why;
    for (int number : List.copyOf(open.keySet())) {
      Consumer<Answer> hear = open.remove(number);
      if (hear != null) {
        hear.accept(new Answer.Broken(why));
      }
    }
  }

  @Override
  public int slots() {
    return Math.max(1, slots);
  }

  @Override
  public Placed place(byte[] chunk, Consumer<Answer> hear) {
    int number = numbers.incrementAndGet();
    open.put(number, hear);
    send('P', number, chunk);
    String why = gone;
    if (why != null) {
      breakDown(why);
    }
    return () -> {
      if (open.remove(number) != null) {
        send('W', number, new byte[0]);
      }
    };
  }

  private synchronized void send(int kind, int number, byte[] bytes) {
    Connection joined = connection;
    if (joined == null) {
      throw new IllegalStateException(name + " was not joined");
    }
    try {
      joined.out().writeByte(kind);
      joined.out().writeInt(number);
      joined.out().writeInt(bytes.length);
      joined.out().write(bytes);
      joined.out().flush();
    } catch (IOException broken) {
      // The reading thread meets the end too, and has the driver's last words.
    }
  }

  /** Any thread may call, also while another one joins. */
  @Override
  public void close() {
    closing = true;
    open.clear();
    Connection joined = connection;
    if (joined == null) {
      return;
    }
    try {
      joined.out().close();
    } catch (IOException broken) {
      // It is gone already.
    }
    try {
      boolean unused = joined.process().waitFor(LEAVE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    starter.end(joined.process());
  }
}
