package benchwright.github;

import benchwright.artifact.Documents;
import java.util.Optional;
import java.util.OptionalInt;
import kotlinx.serialization.json.JsonArray;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonNull;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;

/**
 * The event that started a workflow, as the file at {@code GITHUB_EVENT_PATH} tells it. GitHub
 * wrote it, so its fields can be trusted to say what happened; texts in it may still be anybody's.
 */
public final class Event {
  private final JsonObject fields;

  private Event(JsonObject fields) {
    this.fields = fields;
  }

  /**
   * Reads the file's text.
   *
   * @throws IllegalArgumentException if {@code text} is no JSON object
   */
  public static Event parse(String text) {
    JsonElement element;
    try {
      element = Documents.parse(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("it is not JSON", e);
    }
    if (element instanceof JsonObject object) {
      return new Event(object);
    }
    throw new IllegalArgumentException("it is no JSON object");
  }

  /** The number of the pull request that the event is about. */
  public OptionalInt pullRequest() {
    Optional<String> number = text(fields, "pull_request", "number");
    return number.isPresent() ? number(number.get()) : OptionalInt.empty();
  }

  /** The workflow run whose end this is. */
  public Optional<WorkflowRun> workflowRun() {
    if (!(fields.get("workflow_run") instanceof JsonObject run)) {
      return Optional.empty();
    }
    OptionalInt only = OptionalInt.empty();
    if (run.get("pull_requests") instanceof JsonArray pulls
        && pulls.size() == 1
        && pulls.get(0) instanceof JsonObject pull) {
      only = number(text(pull, "number").orElse(""));
    }
    return Optional.of(
        new WorkflowRun(
            text(run, "event").orElse(""),
            text(run, "head_sha").orElse(""),
            text(run, "head_branch").orElse(""),
            text(run, "head_repository", "owner", "login").orElse(""),
            text(run, "conclusion").orElse(""),
            text(run, "html_url").orElse(""),
            only));
  }

  /**
   * A finished run of another workflow.
   *
   * @param event what started it, such as {@code pull_request}
   * @param headSha the commit that it ran on
   * @param headBranch where that commit was pushed
   * @param headOwner whose repository that branch is in: for a pull request from a fork, the fork's
   * @param conclusion {@code success}, {@code failure}, …
   * @param url of its page
   * @param pullRequest the only one that it belongs to; GitHub names none for those from forks
   */
  public record WorkflowRun(
      String event,
      String headSha,
      String headBranch,
      String headOwner,
      String conclusion,
      String url,
      OptionalInt pullRequest) {}

  /** The text or number at the end of {@code path}. */
  static Optional<String> text(JsonObject object, String... path) {
    JsonElement at = object;
    for (String name : path) {
      if (!(at instanceof JsonObject fields)) {
        return Optional.empty();
      }
      at = fields.get(name);
    }
    return at instanceof JsonPrimitive primitive && !(at instanceof JsonNull)
        ? Optional.of(primitive.getContent())
        : Optional.empty();
  }

  static OptionalInt number(String text) {
    return text.matches("[1-9][0-9]{0,8}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
