package benchwright.compile;

import benchwright.script.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jetbrains.org.objectweb.asm.ClassReader;
import org.jetbrains.org.objectweb.asm.Handle;
import org.jetbrains.org.objectweb.asm.Opcodes;
import org.jetbrains.org.objectweb.asm.Type;
import org.jetbrains.org.objectweb.asm.tree.AbstractInsnNode;
import org.jetbrains.org.objectweb.asm.tree.ClassNode;
import org.jetbrains.org.objectweb.asm.tree.FieldInsnNode;
import org.jetbrains.org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.jetbrains.org.objectweb.asm.tree.LineNumberNode;
import org.jetbrains.org.objectweb.asm.tree.MethodInsnNode;
import org.jetbrains.org.objectweb.asm.tree.MethodNode;
import org.jetbrains.org.objectweb.asm.tree.TypeInsnNode;

/**
 * Looks at what a compiled script's statements and formulas call: no clock, no chance, no files.
 * The bodies of its optimizers and operations are left out: they run later, not when the suite is
 * read.
 */
final class Purity {
  private static final String OPTIMIZER = "benchwright/Optimizer";
  private static final String WORKBENCH = "benchwright/script/Workbench";

  private record Method(String owner, String name, String descriptor) {}

  private final String mainClass;
  private final Map<String, ClassNode> classes = new LinkedHashMap<>();
  private final Deque<Method> open = new ArrayDeque<>();
  private final Set<Method> seen = new HashSet<>();
  private final Set<Mistake> mistakes = new LinkedHashSet<>();

  /** For the script whose class is {@code mainClass}. */
  Purity(String mainClass) {
    this.mainClass = mainClass.replace('.', '/');
  }

  /**
   * What the script may not call and does, in the order of the file.
   *
   * @throws IOException if a class file cannot be read
   */
  List<Mistake> mistakes(List<Path> classFiles, String text) throws IOException {
    for (Path file : classFiles) {
      ClassNode node = new ClassNode();
      new ClassReader(Files.readAllBytes(file)).accept(node, ClassReader.SKIP_FRAMES);
      classes.put(node.name, node);
    }
    reach(new Method(mainClass, "<init>", "()V"));
    reach(new Method(mainClass, "<clinit>", "()V"));
    while (!open.isEmpty()) {
      look(open.remove(), text);
    }
    List<Mistake> sorted = new ArrayList<>(mistakes);
    sorted.sort(Remedies.IN_ORDER_OF_FILE);
    return sorted;
  }

  private void reach(Method method) {
    if (classes.containsKey(method.owner()) && seen.add(method)) {
      open.add(method);
    }
  }

  private void look(Method method, String text) {
    for (MethodNode node : classes.get(method.owner()).methods) {
      if (node.name.equals(method.name()) && node.desc.equals(method.descriptor())) {
        int lines = SourceLines.count(text);
        int line = 1;
        for (AbstractInsnNode instruction : node.instructions) {
          // Code inlined from a library has lines behind the end of the script.
          if (instruction instanceof LineNumberNode number && number.line <= lines) {
            line = number.line;
          }
          look(instruction, line, text);
        }
      }
    }
  }

  private void look(AbstractInsnNode instruction, int line, String text) {
    if (instruction instanceof MethodInsnNode call) {
      reach(new Method(call.owner, call.name, call.desc));
      judge(call.owner, call.name, line, text);
    } else if (instruction instanceof FieldInsnNode field) {
      judge(field.owner, field.name, line, text);
      if (field.getOpcode() == Opcodes.GETSTATIC) {
        reachAll(field.owner);
      }
    } else if (instruction instanceof TypeInsnNode type && type.getOpcode() == Opcodes.NEW) {
      reachAll(type.desc);
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic && !isBody(dynamic)) {
      for (Object argument : dynamic.bsmArgs) {
        if (argument instanceof Handle handle) {
          reach(new Method(handle.getOwner(), handle.getName(), handle.getDesc()));
          judge(handle.getOwner(), handle.getName(), line, text);
        }
      }
    }
  }

  /** Whether it makes what runs later: the body of an optimizer, or of an operation. */
  private static boolean isBody(InvokeDynamicInsnNode dynamic) {
    if (dynamic.desc.endsWith(")L" + OPTIMIZER + ";")) {
      return true;
    }
    for (Object argument : dynamic.bsmArgs) {
      if (argument instanceof Type type
          && type.getSort() == Type.METHOD
          && type.getArgumentTypes().length == 1
          && type.getArgumentTypes()[0].getInternalName().equals(WORKBENCH)) {
        return true;
      }
    }
    return false;
  }

  /** An object of the script's own class may be called from anywhere, so all its methods count. */
  private void reachAll(String owner) {
    ClassNode node = classes.get(owner);
    if (node != null && !owner.equals(mainClass) && !node.interfaces.contains(OPTIMIZER)) {
      for (MethodNode method : node.methods) {
        reach(new Method(owner, method.name, method.desc));
      }
    }
  }

  private void judge(String owner, String name, int line, String text) {
    Optional<Forbidden> forbidden = Forbidden.of(owner, name);
    if (forbidden.isEmpty()) {
      return;
    }
    Forbidden deed = forbidden.get();
    for (Mistake known : mistakes) {
      if (known.line() == line && known.remedy().equals(deed.remedy())) {
        return;
      }
    }
    String type = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
    String source = SourceLines.line(text, line);
    String outer = type.replaceFirst("\\..*", "");
    int at =
        deed == Forbidden.PRINT
            ? firstOf(source, "print", "System")
            : firstOf(source, name, property(name), type, outer, outer.toLowerCase(Locale.ROOT));
    mistakes.add(
        new Mistake(
            line,
            at < 0 ? SourceLines.indent(text, line) + 1 : at + 1,
            "the script " + deed.deed() + called(deed, type, name),
            deed.remedy()));
  }

  private static String called(Forbidden deed, String type, String name) {
    boolean facade = type.endsWith("Kt") || type.contains("__");
    if (deed == Forbidden.PRINT) {
      return "";
    }
    return ": " + (facade ? name : name.equals("<init>") ? type : type + "." + name);
  }

  private static String property(String name) {
    return name.startsWith("get") && name.length() > 3 ? lowerFirst(name) : name;
  }

  private static String lowerFirst(String getter) {
    return Character.toLowerCase(getter.charAt(3)) + getter.substring(4);
  }

  private static int firstOf(String source, String... words) {
    for (String word : words) {
      int at = source.indexOf(word);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }
}
