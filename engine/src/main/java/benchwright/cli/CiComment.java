package benchwright.cli;

import benchwright.engine.WholeFiles;
import benchwright.github.Api;
import benchwright.github.Event;
import benchwright.github.Notes;
import benchwright.github.Posting;
import benchwright.report.CiPage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** {@code bench ci comment}: one comment on a pull request, or one issue, kept up to date. */
final class CiComment {
  /** How a real process waits. */
  static final Api.Pause PAUSE = TimeUnit.SECONDS::sleep;

  private static final Flag ID =
      Flag.value(
          "--id", "ID", "Of comment: tells comments of several workflows apart; by default main.");
  private static final Flag REPOSITORY =
      Flag.value("--repository", "OWNER/NAME", "Of comment: instead of GITHUB_REPOSITORY.");
  private static final Flag PULL_REQUEST =
      Flag.value("--pull-request", "N", "Of comment: instead of that of GITHUB_EVENT_PATH.");
  private static final Flag ISSUE =
      Flag.value(
          "--issue", "TITLE", "Of comment: open an issue instead, or update the one that is open.");
  private static final Flag AUTHOR =
      Flag.value(
          "--author",
          "LOGIN",
          "Of comment: whose comment is updated; by default github-actions[bot].");
  private static final Flag FROM =
      Flag.value(
          "--from",
          "DIR",
          "Of comment: the comparisons of a finished workflow, in a workflow_run event.");

  static final List<Flag> FLAGS = List.of(ID, REPOSITORY, PULL_REQUEST, ISSUE, AUTHOR, FROM);

  private static final long LARGEST_EVENT = 8L << 20;

  private final Arguments arguments;
  private final World world;
  private final Api.Pause pause;

  CiComment(Arguments arguments, World world, Api.Pause pause) {
    this.arguments = arguments;
    this.world = world;
    this.pause = pause;
  }

  Exit run(List<String> words) throws Complaint, IOException {
    if (arguments.has(FROM.name())) {
      return from(words);
    }
    CiSubjects subjects = CiSubjects.read(words, new Runs(world, arguments), world);
    String page = page(subjects, "");
    keep(page);
    if (arguments.has(ISSUE.name())) {
      return told(notes().issue(arguments.value(ISSUE.name()).orElseThrow(), page));
    }
    OptionalInt number = number();
    if (number.isEmpty()) {
      say("This event is about no pull request: there is nothing to comment on.");
      return Exit.DONE;
    }
    return told(notes().comment(number.getAsInt(), page));
  }

  /**
   * Nothing that the finished workflow left is trusted: the pull request is that of the event, and
   * the text is made here, of documents.
   */
  private Exit from(List<String> words) throws Complaint, IOException {
    if (!words.isEmpty() || arguments.has(ISSUE.name()) || arguments.has(PULL_REQUEST.name())) {
      throw Complaint.usage(
          "with --from, comparisons come from its directory and the pull request from the event",
          "for example: bench ci comment --from artifact");
    }
    Path directory = world.directory().resolve(arguments.value(FROM.name()).orElseThrow());
    if (!Files.isDirectory(directory)) {
      throw Complaint.of(Exit.ARTIFACT, "there is no directory " + Runs.shown(world, directory));
    }
    Optional<Event.WorkflowRun> found = event().flatMap(Event::workflowRun);
    if (found.isEmpty()) {
      throw Complaint.usage(
          "--from needs the event of a finished workflow, and this is none",
          "start it in a workflow with: on: workflow_run");
    }
    Event.WorkflowRun run = found.get();
    if (!run.event().equals("pull_request")) {
      say("The finished workflow was about no pull request: there is nothing to comment on.");
      return Exit.DONE;
    }
    CiSubjects subjects = CiSubjects.foreign(directory, world);
    String page = page(subjects, ending(run));
    keep(page);
    Notes notes = notes();
    OptionalInt number = notes.pullRequest(run);
    if (number.isEmpty()) {
      say("No open pull request is at the commit that was measured: there is nothing to say.");
      return Exit.DONE;
    }
    return told(notes.comment(number.getAsInt(), page));
  }

  private static String page(CiSubjects subjects, String ending) {
    return new CiPage(CiPage.COMMENT - ending.length())
            .render(subjects.comparisons(), subjects.runs(), subjects.problems())
        + ending;
  }

  /** A workflow that failed may have left no comparison: then this alone says so. */
  private static String ending(Event.WorkflowRun run) {
    String state = run.conclusion().matches("[a-z_]{1,30}") ? run.conclusion() : "unknown";
    String commit = run.headSha().matches("[0-9a-f]{40}") ? run.headSha().substring(0, 12) : "";
    String run1 =
        run.url().matches("https?://[A-Za-z0-9.:/_-]{1,300}") ? "[run](" + run.url() + ")" : "run";
    return "\nThe "
        + run1
        + " of commit `"
        + commit
        + "` ended with "
        + state.replace('_', ' ')
        + ".\n";
  }

  private void keep(String page) throws IOException {
    Optional<String> out = arguments.value(CiSubjects.OUT.name());
    if (out.isPresent()) {
      try (WholeFiles files = new WholeFiles()) {
        files.add(world.directory().resolve(out.get()), text -> text.append(page));
        files.finish();
      }
    }
  }

  private Exit told(Posting posting) throws Complaint {
    if (posting instanceof Posting.Written written) {
      say((written.updated() ? "updated " : "written ") + written.place());
      return Exit.DONE;
    }
    if (posting instanceof Posting.ReadOnly readOnly) {
      Optional<String> out = arguments.value(CiSubjects.OUT.name());
      world
          .err()
          .print(
              "warning: GITHUB_TOKEN may only read ("
                  + readOnly.message()
                  + "), as for a pull request from a fork: nothing was written\n"
                  + out.map(file -> "  the text is in " + file + "\n")
                      .orElse("  --out FILE keeps the text\n")
                  + "  a second workflow can post it: bench ci comment --from DIR (docs/ci.md)\n");
      return Exit.DONE;
    }
    Posting.Refused refused = (Posting.Refused) posting;
    throw Complaint.of(
        Exit.ARTIFACT,
        "GitHub refused the comment: " + refused.status() + ", " + refused.message(),
        refused.status() == 401
            ? "GITHUB_TOKEN is not valid there"
            : "check " + REPOSITORY.name() + " and the permissions of the workflow");
  }

  private void say(String text) {
    if (!arguments.has(Look.QUIET.name())) {
      world.err().println(text);
    }
  }

  private OptionalInt number() throws Complaint, IOException {
    Optional<String> given = arguments.value(PULL_REQUEST.name());
    if (given.isPresent()) {
      if (!given.get().matches("[1-9][0-9]{0,8}")) {
        throw Complaint.usage(
            PULL_REQUEST.name() + " takes a number such as 12; got \"" + given.get() + "\"");
      }
      return OptionalInt.of(Integer.parseInt(given.get()));
    }
    Optional<Event> event = event();
    if (event.isEmpty()) {
      throw Complaint.usage(
          "which pull request? GITHUB_EVENT_PATH is not set, as outside of a workflow",
          "give --pull-request N");
    }
    return event.get().pullRequest();
  }

  private Optional<Event> event() throws Complaint, IOException {
    Optional<String> file = world.variable("GITHUB_EVENT_PATH");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path path = world.directory().resolve(file.get());
    try {
      if (Files.size(path) > LARGEST_EVENT) {
        throw new IllegalArgumentException("it is larger than " + LARGEST_EVENT + " bytes");
      }
      return Optional.of(Event.parse(Files.readString(path)));
    } catch (IllegalArgumentException e) {
      throw Complaint.of(
          Exit.ARTIFACT, "GITHUB_EVENT_PATH (" + file.get() + ") is no event: " + e.getMessage());
    }
  }

  private Notes notes() throws Complaint {
    String repository =
        arguments
            .value(REPOSITORY.name())
            .or(() -> world.variable("GITHUB_REPOSITORY"))
            .orElseThrow(
                () ->
                    Complaint.usage(
                        "which repository? GITHUB_REPOSITORY is not set",
                        "give --repository OWNER/NAME"));
    if (!repository.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*/[A-Za-z0-9._-]+")) {
      throw Complaint.usage("a repository is OWNER/NAME; got \"" + repository + "\"");
    }
    String id = arguments.value(ID.name()).orElse("main");
    if (!id.matches("[a-z0-9][a-z0-9-]{0,49}")) {
      throw Complaint.usage(
          ID.name() + " takes small letters, digits and hyphens; got \"" + id + "\"");
    }
    return new Notes(
        new Api(address(), token(), pause),
        repository,
        arguments.value(AUTHOR.name()).orElse("github-actions[bot]"),
        id);
  }

  private URI address() throws Complaint {
    String address =
        world
            .variable("GITHUB_API_URL")
            .orElseThrow(
                () ->
                    Complaint.usage(
                        "GITHUB_API_URL is not set: it is the address of GitHub's REST API",
                        "GitHub sets it in every workflow; elsewhere: export GITHUB_API_URL=…"));
    try {
      URI uri = URI.create(address);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // It is told below.
    }
    throw Complaint.usage("GITHUB_API_URL is no address of a server: " + address);
  }

  private String token() throws Complaint {
    String token =
        world
            .variable("GITHUB_TOKEN")
            .orElseThrow(
                () ->
                    Complaint.usage(
                        "GITHUB_TOKEN is not set: nobody may comment without it",
                        "in the step: env: {GITHUB_TOKEN: \"${{ github.token }}\"}"));
    if (!token.matches("[\\x21-\\x7e]+")) {
      throw Complaint.usage("GITHUB_TOKEN holds a character that no token has");
    }
    return token;
  }
}
