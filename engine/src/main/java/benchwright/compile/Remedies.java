package benchwright.compile;

import benchwright.script.Mistake;
import benchwright.script.Spelling;
import benchwright.script.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the Kotlin compiler found in the words of the language, and what to write instead. */
final class Remedies {
  static final Comparator<Mistake> IN_ORDER_OF_FILE =
      Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column);
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
  private static final Pattern MISMATCH =
      Pattern.compile("actual type is '(.*?)', but '(.*?)' was expected");
  private static final Pattern NAMED_VALUE = Pattern.compile("\\b(?:val|fun)\\s+(\\w+)");
  private static final List<String> PARAMETERS =
      List.of(
          "from",
          "to",
          "perDecade",
          "worseBy",
          "of",
          "lower",
          "upper",
          "optimum",
          "shifted",
          "population",
          "somersault",
          "sigma",
          "id",
          "sizes",
          "workers",
          "dimension",
          "instance",
          "seed",
          "count");

  private final String text;

  Remedies(String text) {
    this.text = text;
  }

  /** The errors of one compilation, without those that only follow from others. */
  List<Mistake> explain(List<KotlinMessages.Complaint> errors) {
    Set<Mistake> mistakes = new LinkedHashSet<>();
    for (KotlinMessages.Complaint error : causes(errors)) {
      mistakes.add(explain(error));
    }
    List<Mistake> sorted = new ArrayList<>(mistakes);
    sorted.sort(IN_ORDER_OF_FILE);
    return sorted;
  }

  private List<KotlinMessages.Complaint> causes(List<KotlinMessages.Complaint> errors) {
    Set<Integer> linesWithoutParentheses = new HashSet<>();
    Set<String> placesOfUnknownParameters = new HashSet<>();
    Set<Integer> linesOfArguments = new HashSet<>();
    boolean syntax = false;
    boolean inside = false;
    boolean misread = false;
    for (KotlinMessages.Complaint error : errors) {
      if (isMissingParentheses(error)) {
        linesWithoutParentheses.add(error.line());
      }
      if (error.text().startsWith("No parameter with name")) {
        placesOfUnknownParameters.add(error.line() + ":" + error.column());
      }
      if (error.text().startsWith("No parameter with name")
          || error.text().startsWith("No value passed")) {
        linesOfArguments.add(error.line());
      }
      syntax |= isSyntax(error);
      boolean unmeasured = isAmbiguous(error) && wordAt(error).equals("measured");
      inside |= error.text().startsWith("Unresolved") || unmeasured;
      misread |= isMisfit(error) && wordAt(error).equals("operation");
    }
    List<KotlinMessages.Complaint> causes = new ArrayList<>();
    for (KotlinMessages.Complaint error : errors) {
      boolean follows =
          linesWithoutParentheses.contains(error.line())
              ? !isMissingParentheses(error)
              : syntax && !isSyntax(error);
      boolean ofUnknownParameter =
          error.text().startsWith("No value passed")
              && placesOfUnknownParameters.contains(error.line() + ":" + error.column());
      // What is wrong inside an operation leaves it without a result.
      boolean ofBody = inside && isAmbiguous(error) && wordAt(error).equals("operation");
      boolean ofArguments = isMisfit(error) && linesOfArguments.contains(error.line());
      // An operation that does not fit has a body that nobody has read.
      boolean ofOperation =
          misread
              && error.text().startsWith("Unresolved")
              && Vocabulary.benchWords.contains(wordAt(error));
      if (!follows && !ofUnknownParameter && !ofBody && !ofArguments && !ofOperation) {
        causes.add(error);
      }
    }
    return causes;
  }

  private static boolean isMisfit(KotlinMessages.Complaint error) {
    return error.text().startsWith("None of the following candidates");
  }

  private static boolean isSyntax(KotlinMessages.Complaint error) {
    return error.text().startsWith("Syntax error");
  }

  private static boolean isAmbiguous(KotlinMessages.Complaint error) {
    return error.text().startsWith("Overload resolution ambiguity");
  }

  private static boolean isMissingParentheses(KotlinMessages.Complaint error) {
    return error.text().startsWith("Function invocation");
  }

  private Mistake explain(KotlinMessages.Complaint error) {
    String message = error.text();
    if (message.startsWith("Unresolved reference") || message.startsWith("Unresolved label")) {
      return unresolved(error);
    }
    Matcher mismatch = MISMATCH.matcher(message);
    if (message.startsWith("Argument type mismatch") && mismatch.find()) {
      return mismatch(error, mismatch.group(1), mismatch.group(2));
    }
    if (isMisfit(error)) {
      String word = wordAt(error);
      return mistake(error, "'" + word + "' does not take these arguments", example(word));
    }
    if (isAmbiguous(error) && wordAt(error).equals("operation")) {
      return mistake(
          error,
          "an operation ends with measured { … }, which gives results of one kind",
          example("operation"));
    }
    if (isAmbiguous(error) && wordAt(error).equals("measured")) {
      return mistake(error, "measured { … } never comes to a result", example("measured"));
    }
    if (isMissingParentheses(error)) {
      String word = wordAt(error);
      return mistake(error, "'" + word + "' needs parentheses", example(word));
    }
    if (message.startsWith("No value passed for parameter")) {
      String word = called(error);
      return mistake(
          error, "'" + word + "' lacks the value of '" + quoted(message) + "'", example(word));
    }
    if (message.startsWith("Too many arguments")) {
      String word = called(error);
      return mistake(error, "too many arguments for '" + word + "'", example(word));
    }
    if (message.startsWith("No parameter with name")) {
      String name = quoted(message);
      String near = Spelling.suggestion(name, PARAMETERS);
      String word = called(error);
      return mistake(
          error,
          "'" + word + "' has no parameter '" + name + "'",
          near.isEmpty() ? example(word) : near);
    }
    return mistake(error, message, isSyntax(error) ? syntaxRemedy(message) : "");
  }

  private String syntaxRemedy(String message) {
    if (message.contains("Expecting '\"'")) {
      return "a text ends on its line, with a quotation mark";
    }
    return UnclosedBracket.in(text)
        .map(
            open ->
                "the '"
                    + open.bracket()
                    + "' at line "
                    + open.line()
                    + ", column "
                    + open.column()
                    + " is not closed")
        .orElse("");
  }

  private Mistake unresolved(KotlinMessages.Complaint error) {
    String message = error.text();
    if (message.contains("'unaryMinus'")) {
      return mistake(error, "a quantity cannot be negative", "write it without the minus");
    }
    String word = wordAt(error);
    String line = SourceLines.line(text, error.line()).strip();
    if (line.startsWith("import ")) {
      return mistake(
          error,
          "a suite does not see '" + line.substring("import ".length()).strip() + "'",
          "its words need no import; other libraries: @file:DependsOn(\"group:artifact:version\")");
    }
    Set<String> known = new LinkedHashSet<>(Vocabulary.words());
    Matcher own = NAMED_VALUE.matcher(text);
    while (own.find()) {
      known.add(own.group(1));
    }
    known.remove(word);
    String near = Spelling.suggestion(word, known);
    boolean sentence = line.startsWith(word) && error.column() <= line.indexOf(word) + 1;
    String all =
        sentence ? "a sentence begins with " + String.join(", ", Vocabulary.statements) : "";
    return mistake(error, "unresolved reference '" + word + "'", near.isEmpty() ? all : near);
  }

  private Mistake mismatch(KotlinMessages.Complaint error, String actual, String expected) {
    String source = literalAt(error);
    String type = expected.endsWith("?") ? expected.substring(0, expected.length() - 1) : expected;
    String wanted =
        switch (type) {
          case "Budget" -> "a budget";
          case "Percent" -> "a percentage";
          case "Span" -> "a length of time";
          case "Functions" -> "a function";
          case "OptimizerSpec" -> "an optimizer";
          case "Measure" -> "a measure";
          case "Exhibit" -> "a table, curves or a sparkline";
          case "Int", "Long" -> "a whole number";
          case "Double" -> "a number with a point";
          case "IntProgression", "IntRange" -> "a range";
          case "Command" -> "a command";
          case "Operation" -> "an operation";
          case "String" -> "a text";
          case "List<String>" -> "a list of texts";
          case "(DoubleArray) -> Double" -> "a formula: from a point to a number";
          case "(Problem, RandomSource) -> Unit" ->
              "what an optimizer does with problem and random";
          default -> "";
        };
    if (wanted.isEmpty()) {
      return mistake(error, error.text(), "");
    }
    return mistake(
        error, "expected " + wanted + "; got " + got(actual, source), remedy(type, actual, source));
  }

  private static String got(String actual, String source) {
    if (!source.isEmpty()) {
      return source;
    }
    return switch (actual) {
      case "FormulaDelegate" -> "a formula without a name";
      case "Measure" -> "a measure";
      case "Functions", "Classic" -> "a function";
      case "IntRange", "IntProgression" -> "a range";
      default ->
          actual.endsWith(".Companion")
              ? actual.substring(0, actual.length() - ".Companion".length())
              : "a value of the type " + actual;
    };
  }

  private static String remedy(String expected, String actual, String source) {
    boolean text = actual.equals("String");
    String bare = text && source.length() > 2 ? source.substring(1, source.length() - 1) : source;
    boolean number = !source.isEmpty() && !text;
    return switch (expected) {
      case "Budget" ->
          "write "
              + (number ? grouped(source) : "1_000")
              + ".evaluations (in every dimension) or 100.perDimension (times the dimension)";
      case "Percent" -> "write " + (number ? source : "10") + ".percent";
      case "Span" -> "write " + (number ? source : "15") + ".minutes, .seconds or .hours";
      case "Functions" -> functionRemedy(actual, bare, number);
      case "OptimizerSpec" ->
          actual.endsWith(".Companion")
              ? "write " + got(actual, "") + "()"
              : "write RandomSearch(), MantaRay(), CmaEs() or optimizer(\"mine\") { … }";
      case "Measure" -> "write one of " + String.join(", ", Vocabulary.measures);
      case "Exhibit" -> "write table(expectedRuntime)";
      case "IntRange" ->
          number ? "write " + source + ".." + source + ": at least and at most" : "write 10..100";
      case "Command" -> example("Command");
      case "Operation" -> "write operation(\"sort\") { measured { … } }";
      case "Int", "Long" ->
          actual.startsWith("Int") && !actual.equals("Int")
              ? "a list and a range cannot be mixed: write one of them"
              : text && bare.matches("[0-9_]+") ? "write " + bare + ", without quotes" : "";
      case "Double" -> actual.equals("Int") && number ? "write " + source + ".0" : "";
      case "String" -> number ? "write \"" + source + "\", or name the parameter" : "";
      case "List<String>" -> "write listOf(" + (text ? source : "…") + ")";
      case "(DoubleArray) -> Double" ->
          "the last line of a formula is its value: formula { x -> x[0] + 2 * x[1] }";
      case "(Problem, RandomSource) -> Unit" -> example("optimizer");
      default -> "";
    };
  }

  private static String functionRemedy(String actual, String bare, boolean number) {
    if (actual.equals("FormulaDelegate")) {
      return "name it first: val tilted by formula { x -> … }";
    }
    if (number) {
      return "write bbob(" + bare + ")";
    }
    if (Vocabulary.classics.containsKey(bare)) {
      return "write " + bare + ", without quotes";
    }
    return "write one of bbob(1..24), " + String.join(", ", Vocabulary.classics.keySet());
  }

  private static String grouped(String number) {
    return number.matches("[0-9]+")
        ? number.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", "_")
        : number;
  }

  private static String example(String word) {
    String example = Vocabulary.example(word);
    return example.equals(word) ? "" : "write " + example;
  }

  private static String quoted(String message) {
    Matcher quoted = QUOTED.matcher(message);
    return quoted.find() ? quoted.group(1) : "";
  }

  private String wordAt(KotlinMessages.Complaint error) {
    String line = SourceLines.line(text, error.line());
    Matcher word = IDENTIFIER.matcher(line);
    boolean found = word.find(Math.min(Math.max(error.column() - 1, 0), line.length()));
    return found ? word.group() : "";
  }

  /** The word whose parentheses the place of {@code error} stands in, or that stands there. */
  private String called(KotlinMessages.Complaint error) {
    String line = SourceLines.line(text, error.line());
    int at = Math.min(Math.max(error.column() - 1, 0), line.length());
    String here = wordAt(error);
    if (!Vocabulary.example(here).equals(here) && line.startsWith(here, at)) {
      return here;
    }
    int depth = line.startsWith(")", at) ? 1 : 0;
    for (int i = at; i >= 0; i--) {
      char letter = i < line.length() ? line.charAt(i) : ' ';
      depth += letter == ')' ? -1 : letter == '(' ? 1 : 0;
      if (depth > 0 && letter == '(') {
        Matcher word = Pattern.compile("(\\w+)\\s*$").matcher(line.substring(0, i));
        if (word.find()) {
          return word.group(1);
        }
      }
    }
    return here;
  }

  /** The number or text that stands at the place of {@code error}; empty if none does. */
  private String literalAt(KotlinMessages.Complaint error) {
    String line = SourceLines.line(text, error.line());
    int at = Math.min(Math.max(error.column() - 1, 0), line.length());
    Matcher literal =
        Pattern.compile("-?[0-9][0-9_]*(?:\\.[0-9]+)?(?:e-?[0-9]+)?(?![\\w.])|\"[^\"]*\"")
            .matcher(line);
    return literal.region(at, line.length()).lookingAt() ? literal.group() : "";
  }

  private Mistake mistake(KotlinMessages.Complaint error, String message, String remedy) {
    String first = message.isEmpty() ? "an error" : message;
    String lower = first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    String plain = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    int lines = SourceLines.count(text);
    return new Mistake(
        Math.min(Math.max(error.line(), 1), lines), Math.max(error.column(), 1), plain, remedy);
  }
}
