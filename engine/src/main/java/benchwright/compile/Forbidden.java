package benchwright.compile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a suite may not do, because it is data: the same whenever and wherever it is read. */
enum Forbidden {
  EXIT("ends the process", "leave it out: a suite ends with its last line"),
  PRINT("prints", "leave it out: `bench plan` shows all that a suite says"),
  CLOCK("reads the clock", "write the value itself: a suite says the same at any time"),
  CHANCE(
      "draws random numbers",
      "write the values themselves, or draw from the random source in an optimizer's body"),
  ENVIRONMENT("reads its environment", "write the value itself: a suite says the same anywhere"),
  THREADS("starts threads or processes", "leave it out: the engine runs what a suite says"),
  FILES("touches files or the network", "write the values themselves: a suite is one file"),
  REFLECTION("uses reflection", "write plain calls: what a suite does must be plain to see");

  private final String deed;
  private final String remedy;

  Forbidden(String deed, String remedy) {
    this.deed = deed;
    this.remedy = remedy;
  }

  /** Continues "the script". */
  String deed() {
    return deed;
  }

  String remedy() {
    return remedy;
  }

  private static final Set<String> CLOCK_CALLS = Set.of("currentTimeMillis", "nanoTime");
  private static final Set<String> ENDING_CALLS = Set.of("exit", "halt");
  private static final Set<String> STREAMS = Set.of("out", "err");
  private static final List<String> CLOCKS =
      List.of(
          "java/util/Date", "java/util/Calendar", "java/util/GregorianCalendar", "kotlin/time/");
  private static final List<String> CHANCES =
      List.of(
          "kotlin/random/",
          "kotlin/uuid/",
          "java/util/Random",
          "java/util/SplittableRandom",
          "java/util/random/",
          "java/util/concurrent/ThreadLocalRandom",
          "java/security/");
  private static final List<String> ENVIRONMENTS =
      List.of("java/lang/management/", "java/util/prefs/", "javax/management/");
  private static final List<String> THREADED =
      List.of(
          "java/lang/Thread",
          "java/lang/Process",
          "java/util/concurrent/",
          "java/util/Timer",
          "kotlin/concurrent/",
          "kotlinx/coroutines/");
  private static final List<String> FILED =
      List.of(
          "java/io/",
          "java/nio/",
          "java/net/",
          "javax/net/",
          "java/sql/",
          "java/util/zip/",
          "java/util/jar/",
          "java/util/Scanner",
          "java/util/logging/",
          "kotlin/io/");
  private static final List<String> REFLECTED =
      List.of("java/lang/reflect/", "java/lang/ClassLoader", "java/lang/invoke/", "sun/", "jdk/");

  /** What a call of the member {@code name} of the class {@code owner} does that it may not. */
  static Optional<Forbidden> of(String owner, String name) {
    return switch (owner) {
      case "java/lang/System" -> ofSystem(name);
      case "java/lang/Runtime" -> ofRuntime(name);
      case "java/lang/Math", "java/lang/StrictMath" -> when(name.equals("random"), CHANCE);
      case "java/util/UUID" -> when(name.equals("randomUUID"), CHANCE);
      case "java/util/Collections" -> when(name.equals("shuffle"), CHANCE);
      case "java/util/Locale", "java/util/TimeZone" -> when(name.equals("getDefault"), ENVIRONMENT);
      case "java/lang/Class" -> when(name.equals("forName"), REFLECTION);
      case "java/io/PrintStream", "kotlin/io/ConsoleKt" -> Optional.of(PRINT);
      default -> ofPackage(owner, name);
    };
  }

  private static Optional<Forbidden> ofRuntime(String name) {
    if (name.equals("exec")) {
      return Optional.of(THREADS);
    }
    return ENDING_CALLS.contains(name)
        ? Optional.of(EXIT)
        : when(!name.equals("getRuntime"), ENVIRONMENT);
  }

  private static Optional<Forbidden> ofSystem(String name) {
    if (CLOCK_CALLS.contains(name)) {
      return Optional.of(CLOCK);
    }
    if (name.equals("exit")) {
      return Optional.of(EXIT);
    }
    if (STREAMS.contains(name)) {
      return Optional.of(PRINT);
    }
    return when(!name.equals("arraycopy") && !name.equals("lineSeparator"), ENVIRONMENT);
  }

  private static Optional<Forbidden> ofPackage(String owner, String name) {
    boolean asksNow = name.equals("now") || name.startsWith("system") || name.startsWith("tick");
    if (begins(owner, CLOCKS) || (owner.startsWith("java/time/") && asksNow)) {
      return Optional.of(CLOCK);
    }
    boolean shuffles = name.startsWith("shuffle") || name.startsWith("random");
    if (begins(owner, CHANCES) || (owner.startsWith("kotlin/collections/") && shuffles)) {
      return Optional.of(CHANCE);
    }
    if (begins(owner, ENVIRONMENTS)) {
      return Optional.of(ENVIRONMENT);
    }
    if (begins(owner, THREADED)) {
      return Optional.of(THREADS);
    }
    if (begins(owner, FILED)) {
      return Optional.of(FILES);
    }
    return when(begins(owner, REFLECTED), REFLECTION);
  }

  private static boolean begins(String owner, List<String> prefixes) {
    return prefixes.stream().anyMatch(owner::startsWith);
  }

  private static Optional<Forbidden> when(boolean condition, Forbidden forbidden) {
    return condition ? Optional.of(forbidden) : Optional.empty();
  }
}
