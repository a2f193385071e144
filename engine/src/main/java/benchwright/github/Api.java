package benchwright.github;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * GitHub's REST API at one address. Failures that pass (5xx, limits of rate, a connection that
 * breaks) are met by waiting and asking again, a few times; all other answers go to the caller.
 */
public final class Api {
  /** How often a call is made before it is given up. */
  static final int TRIES = 5;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LONGEST_WAIT_SECONDS = 60;

  /** No comment, list of comments or pull request is larger. */
  private static final int LARGEST = 8 << 20;

  /** Waits; a test does not. */
  public interface Pause {
    void seconds(long seconds) throws InterruptedException;
  }

  /**
   * An answer.
   *
   * @param body JSON, or whatever came
   */
  public record Reply(int status, String body) {
    /** Whether it was done. */
    public boolean isDone() {
      return status >= 200 && status < 300;
    }
  }

  private final HttpClient client;
  private final URI base;
  private final String token;
  private final Pause pause;

  /**
   * @param base such as {@code GITHUB_API_URL} says
   * @param token sent with each call; never shown
   */
  public Api(URI base, String token, Pause pause) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            // A token goes nowhere but where it belongs.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.base = base;
    this.token = token;
    this.pause = pause;
  }

  /** Asks for {@code path}, such as {@code /repos/o/r/pulls/1}. */
  public Reply get(String path) throws IOException {
    return repeated(path, "GET", Optional.empty());
  }

  /** Changes what is at {@code path}; twice is as once. */
  public Reply patch(String path, String json) throws IOException {
    return repeated(path, "PATCH", Optional.of(json));
  }

  /**
   * Adds something, once: whether it was added cannot be told from an answer that never came, so
   * the caller looks before it asks again.
   */
  public Reply post(String path, String json) throws IOException {
    return once(path, "POST", Optional.of(json)).reply();
  }

  /** Waits as long as after {@code failed} failures one after another: 1 s, 2 s, 4 s, … */
  void rest(int failed) throws IOException {
    rest(Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(failed - 1, 6)));
  }

  /** Whether it may be otherwise in a moment. */
  static boolean passes(Reply reply) {
    return reply.status() >= 500 || reply.status() == 429;
  }

  /** Of a call, with what was said of when to try again; 0 if it need not be tried again. */
  private record Attempt(Reply reply, long waitSeconds) {}

  private Reply repeated(String path, String method, Optional<String> json) throws IOException {
    for (int failed = 1; ; failed++) {
      try {
        Attempt attempt = once(path, method, json);
        if (attempt.waitSeconds() == 0 || failed == TRIES) {
          return attempt.reply();
        }
        rest(Math.max(attempt.waitSeconds(), Math.min(LONGEST_WAIT_SECONDS, 1L << (failed - 1))));
      } catch (IOException e) {
        if (failed == TRIES) {
          throw new IOException(
              "no answer from " + base + " after " + TRIES + " tries: " + reason(e), e);
        }
        rest(failed);
      }
    }
  }

  private Attempt once(String path, String method, Optional<String> json) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base.toString().replaceFirst("/+$", "") + path))
            .timeout(PATIENCE)
            .header("Accept", "application/vnd.github+json")
            .header("X-GitHub-Api-Version", "2022-11-28")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                json.map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody))
            .build();
    try {
      HttpResponse<java.io.InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (java.io.InputStream in = answer.body()) {
        byte[] body = in.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
          throw new IOException("an answer of more than " + LARGEST + " bytes");
        }
        Reply reply = new Reply(answer.statusCode(), new String(body, StandardCharsets.UTF_8));
        return new Attempt(reply, waitSeconds(reply, answer));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + base, e);
    }
  }

  /** A limit of rate is a 403 or 429 that says when to come back, or that nothing is left. */
  private static long waitSeconds(Reply reply, HttpResponse<?> answer) {
    Optional<String> after = answer.headers().firstValue("retry-after");
    boolean spent =
        answer.headers().firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
    boolean limited = reply.status() == 403 && (after.isPresent() || spent);
    if (!limited && !passes(reply)) {
      return 0;
    }
    long seconds = 1;
    try {
      seconds = after.map(text -> Long.parseLong(text.strip())).orElse(1L);
    } catch (NumberFormatException e) {
      // A date may stand there too; a second, and longer with each try, does as well.
    }
    return Math.max(1, Math.min(LONGEST_WAIT_SECONDS, seconds));
  }

  private void rest(long seconds) throws IOException {
    try {
      pause.seconds(seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting", e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
