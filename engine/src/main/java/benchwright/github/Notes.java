package benchwright.github;

import benchwright.artifact.Documents;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kotlinx.serialization.json.JsonArray;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;

/**
 * One comment on a pull request, or one issue, that is written once and then kept up to date. A
 * hidden mark in it and its author tell it from all others.
 */
public final class Notes {
  private static final int PAGE = 100;
  private static final int PAGES = 30;

  private final Api api;
  private final String repository;
  private final String author;
  private final String mark;

  /**
   * @param repository {@code owner/name}
   * @param author who writes them: somebody else's comment is never touched, whatever mark it bears
   * @param id letters, digits and hyphens: notes with different ids stand side by side
   */
  public Notes(Api api, String repository, String author, String id) {
    this.api = api;
    this.repository = repository;
    this.author = author;
    this.mark = "<!-- benchwright:" + id + " -->";
  }

  /** Writes the comment on a pull request or issue. */
  public Posting comment(int number, String markdown) throws IOException {
    String list = "/repos/" + repository + "/issues/" + number + "/comments";
    String body = json(Map.of("body", mark + "\n" + markdown));
    return write(list, list + "?", "/repos/" + repository + "/issues/comments/", "id", body);
  }

  /** Opens the issue, or gives the open one its new text. */
  public Posting issue(String title, String markdown) throws IOException {
    String list = "/repos/" + repository + "/issues";
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("body", mark + "\n" + markdown);
    return write(list, list + "?state=open&", list + "/", "number", json(fields));
  }

  /** The pull request that {@code run} belongs to, if it is open and still at that commit. */
  public OptionalInt pullRequest(Event.WorkflowRun run) throws IOException {
    if (run.pullRequest().isPresent()) {
      int number = run.pullRequest().getAsInt();
      Api.Reply reply = api.get("/repos/" + repository + "/pulls/" + number);
      return reply.isDone() && isHead(parse(reply), run)
          ? OptionalInt.of(number)
          : OptionalInt.empty();
    }
    String head =
        URLEncoder.encode(run.headOwner() + ":" + run.headBranch(), StandardCharsets.UTF_8);
    Api.Reply reply =
        api.get("/repos/" + repository + "/pulls?state=open&per_page=100&head=" + head);
    if (reply.isDone() && parse(reply) instanceof JsonArray pulls) {
      for (JsonElement pull : pulls) {
        if (isHead(pull, run) && pull instanceof JsonObject fields) {
          return Event.number(Event.text(fields, "number").orElse(""));
        }
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isHead(JsonElement pull, Event.WorkflowRun run) {
    return pull instanceof JsonObject fields
        && Event.text(fields, "state").filter("open"::equals).isPresent()
        && Event.text(fields, "head", "sha").filter(run.headSha()::equals).isPresent();
  }

  /**
   * Looks for the note and writes it; after a failure that passes it looks again, as the note may
   * stand there though nobody said so.
   */
  private Posting write(String list, String query, String one, String key, String body)
      throws IOException {
    for (int failed = 1; ; failed++) {
      Api.Reply found = page(query, 1);
      Optional<String> old = Optional.empty();
      for (int page = 1; found.isDone() && old.isEmpty(); page++) {
        JsonElement notes = parse(found);
        old = own(notes, key);
        if (!(notes instanceof JsonArray all) || all.size() < PAGE || page == PAGES) {
          break;
        }
        found = old.isEmpty() ? page(query, page + 1) : found;
      }
      if (!found.isDone()) {
        return refused(found);
      }
      try {
        Api.Reply reply = old.isPresent() ? api.patch(one + old.get(), body) : api.post(list, body);
        if (reply.isDone()) {
          return new Posting.Written(place(reply), old.isPresent());
        }
        if (!Api.passes(reply) || failed == Api.TRIES) {
          return refused(reply);
        }
      } catch (IOException e) {
        if (failed == Api.TRIES || old.isPresent()) {
          throw e;
        }
      }
      api.rest(failed);
    }
  }

  private Api.Reply page(String query, int page) throws IOException {
    return api.get(query + "per_page=" + PAGE + "&page=" + page);
  }

  /** The key of the note among {@code notes}, if it is there. */
  private Optional<String> own(JsonElement notes, String key) {
    if (notes instanceof JsonArray all) {
      for (JsonElement each : all) {
        if (each instanceof JsonObject note
            && Event.text(note, "body").filter(body -> body.startsWith(mark)).isPresent()
            && Event.text(note, "user", "login").filter(author::equals).isPresent()) {
          return Event.text(note, key).filter(text -> text.matches("[0-9]{1,18}"));
        }
      }
    }
    return Optional.empty();
  }

  private static Posting refused(Api.Reply reply) {
    String message =
        parse(reply) instanceof JsonObject fields
            ? Event.text(fields, "message").orElse("no reason given")
            : "no reason given";
    return reply.status() == 403
        ? new Posting.ReadOnly(message)
        : new Posting.Refused(reply.status(), message);
  }

  private static String place(Api.Reply reply) {
    return parse(reply) instanceof JsonObject fields
        ? Event.text(fields, "html_url").orElse("")
        : "";
  }

  /** An empty object for what is no JSON. */
  private static JsonElement parse(Api.Reply reply) {
    try {
      return Documents.parse(reply.body());
    } catch (RuntimeException e) {
      return new JsonObject(Map.of());
    }
  }

  private static String json(Map<String, String> fields) {
    Map<String, JsonElement> elements = new LinkedHashMap<>();
    fields.forEach((name, text) -> elements.put(name, JsonElementKt.JsonPrimitive(text)));
    return Documents.text(new JsonObject(elements));
  }
}
