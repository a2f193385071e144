package benchwright.external;

import benchwright.suite.Program;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where projects lie, and how their commands are started there. */
public final class Workshop {
  private final Path directory;

  /**
   * @param directory from which the directories of programs are named
   */
  public Workshop(Path directory) {
    this.directory = directory;
  }

  /** The directory of a project. */
  public Path place(Project project) {
    return directory.resolve(project.directory()).normalize();
  }

  /** What keeps the program's directory from being one; empty if nothing does. */
  String missingPlace(Project project) {
    if (Files.isDirectory(place(project))) {
      return "";
    }
    return "The directory \""
        + project.directory()
        + "\" of the "
        + project
        + " is not there ("
        + place(project)
        + "). It is looked for from the directory in which bench is started.";
  }

  /** What keeps {@code command} from being started; empty if nothing does. */
  public String missingCommand(Project project, String command) {
    List<String> words = Program.words(command);
    String name = words.isEmpty() ? "" : words.get(0);
    String whose = " of the " + project;
    if (name.isEmpty()) {
      return "A command" + whose + " is empty; write its name and its arguments.";
    }
    if (!name.contains("/")) {
      String path = new ProcessBuilder().environment().getOrDefault("PATH", "");
      boolean found =
          !Leash.find(name, path).isEmpty() || !Leash.find(name + ".exe", path).isEmpty();
      return found
          ? ""
          : "The command \""
              + name
              + "\""
              + whose
              + " is not on the search path. Install it"
              + (Files.exists(place(project).resolve(name))
                  ? ", or write ./" + name + " for the file in " + project.directory() + "."
                  : ", or write the path of a file, such as ./" + name + ".");
    }
    Path file = place(project).resolve(name);
    if (!Files.isRegularFile(file)) {
      return "The file \""
          + name
          + "\""
          + whose
          + " is not there ("
          + file.normalize()
          + (project.build().isEmpty()
              ? "). If it has to be built, say so: build = listOf(\"…\")."
              : "), though all build steps went well.");
    }
    return Files.isExecutable(file)
        ? ""
        : "The file \"" + name + "\"" + whose + " is no executable: chmod +x " + file.normalize();
  }

  /** What {@code command} is started with, in the project's directory. */
  public ProcessBuilder command(Project project, String command) {
    List<String> words = Program.words(command);
    ProcessBuilder builder = new ProcessBuilder(words).directory(place(project).toFile());
    if (words.get(0).contains("/")) {
      // The place from which a relative name is looked for differs between systems.
      builder.command().set(0, place(project).resolve(words.get(0)).toString());
    }
    return builder;
  }

  /** The last {@code most} bytes of a file of text. */
  static String end(Path file, int most) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, channel.size()));
      channel.position(channel.size() - bytes.capacity());
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Until all of it is read.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }
}
