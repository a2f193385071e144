package benchwright.junit;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.ModuleSelector;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.DirectorySource;

/** Reads one discovery request: which scripts and which classes are meant, and what of them. */
final class Discovery {
  private static final String CLASS = "class";
  private static final String SUITE = "suite";

  private final EngineDiscoveryRequest request;
  private final Scripts scripts;
  private final TestDescriptor root;
  private final Set<Class<?>> classes = new LinkedHashSet<>();
  private final Set<Path> files = new LinkedHashSet<>();
  // Wanted because of a part alone; the other parts are taken away again.
  private final List<UniqueId> parts = new ArrayList<>();
  private final Set<UniqueId> whole = new LinkedHashSet<>();

  Discovery(EngineDiscoveryRequest request, Scripts scripts, TestDescriptor root) {
    this.request = request;
    this.scripts = scripts;
    this.root = root;
  }

  void discover() {
    readSelectors();
    whole.addAll(classes.stream().map(this::id).toList());
    whole.addAll(files.stream().map(this::id).toList());
    readUniqueIds();
    if (classes.isEmpty() && files.isEmpty()) {
      return;
    }
    Parameters parameters =
        Parameters.of(request.getConfigurationParameters(), scripts.surroundings());
    if (!parameters.problems().isEmpty()) {
      ToldNode.problem(
          root,
          "parameters",
          "benchwright",
          "configuration parameters",
          DirectorySource.from(scripts.surroundings().directory().toFile()),
          String.join("\n", parameters.problems()));
      return;
    }
    List<String> asked = AskedProfiles.of(request, parameters);
    classes.forEach(type -> add(type, parameters, tree(id(type), parameters, asked)));
    files.forEach(script -> tree(id(script), parameters, asked).add(root, script));
    for (TestDescriptor top : List.copyOf(root.getChildren())) {
      if (!whole.contains(top.getUniqueId())) {
        keepParts(top);
      }
    }
  }

  private SuiteTree tree(UniqueId top, Parameters parameters, List<String> asked) {
    List<String> profiles =
        whole.contains(top)
            ? asked
            : AskedProfiles.with(
                asked, parts.stream().filter(part -> part.hasPrefix(top)).toList());
    return new SuiteTree(scripts, parameters, profiles);
  }

  private void readSelectors() {
    for (ClassSelector each : request.getSelectorsByType(ClassSelector.class)) {
      // Asked for by its name, a class may be missing: whoever else knows it says so.
      ReflectionSupport.tryToLoadClass(each.getClassName())
          .toOptional()
          .filter(Discovery::isMarked)
          .ifPresent(classes::add);
    }
    Predicate<String> names = names();
    for (ClasspathRootSelector each : request.getSelectorsByType(ClasspathRootSelector.class)) {
      URI place = each.getClasspathRoot();
      classes.addAll(
          ReflectionSupport.findAllClassesInClasspathRoot(place, Discovery::isMarked, names));
      path(place).ifPresent(folder -> files.addAll(scripts.at(folder)));
    }
    for (PackageSelector each : request.getSelectorsByType(PackageSelector.class)) {
      classes.addAll(
          ReflectionSupport.findAllClassesInPackage(
              each.getPackageName(), Discovery::isMarked, names));
    }
    for (ModuleSelector each : request.getSelectorsByType(ModuleSelector.class)) {
      classes.addAll(
          ReflectionSupport.findAllClassesInModule(
              each.getModuleName(), Discovery::isMarked, names));
    }
    for (FileSelector each : request.getSelectorsByType(FileSelector.class)) {
      files.addAll(scripts.at(each.getPath()));
    }
    for (DirectorySelector each : request.getSelectorsByType(DirectorySelector.class)) {
      files.addAll(scripts.at(each.getPath()));
    }
    for (UriSelector each : request.getSelectorsByType(UriSelector.class)) {
      path(each.getUri()).ifPresent(path -> files.addAll(scripts.at(path)));
    }
    for (ClasspathResourceSelector each :
        request.getSelectorsByType(ClasspathResourceSelector.class)) {
      resource(each.getClasspathResourceName()).ifPresent(path -> files.addAll(scripts.at(path)));
    }
  }

  private void readUniqueIds() {
    for (UniqueIdSelector each : request.getSelectorsByType(UniqueIdSelector.class)) {
      UniqueId id = each.getUniqueId();
      if (!id.hasPrefix(root.getUniqueId()) || id.getSegments().size() < 2) {
        continue;
      }
      UniqueId.Segment top = id.getSegments().get(1);
      if (top.getType().equals(CLASS)) {
        ReflectionSupport.tryToLoadClass(top.getValue())
            .toOptional()
            .filter(Discovery::isMarked)
            .ifPresent(classes::add);
      } else if (top.getType().equals(SUITE)) {
        files.add(Path.of(top.getValue()));
      }
      parts.add(id);
    }
  }

  private void add(Class<?> type, Parameters parameters, SuiteTree tree) {
    GroupNode node =
        new GroupNode(
            root, CLASS, type.getName(), type.getSimpleName(), ClassSource.from(type), Tags.BOTH);
    String[] named =
        AnnotationSupport.findAnnotation(type, BenchmarkSuites.class)
            .map(BenchmarkSuites::value)
            .orElse(new String[0]);
    List<Path> places =
        named.length == 0 ? parameters.suites() : Arrays.stream(named).map(Path::of).toList();
    for (Path place : places) {
      List<Path> found = scripts.at(place);
      if (found.isEmpty()) {
        ToldNode.problem(
            node,
            SUITE,
            place.toString(),
            place.toString(),
            ClassSource.from(type),
            nothingAt(place));
      }
      found.forEach(script -> tree.add(node, script));
    }
  }

  private String nothingAt(Path place) {
    Path path = scripts.inDirectory(place);
    String directory = " (tests run in " + scripts.surroundings().directory() + ")";
    if (Files.isRegularFile(path)) {
      return place + ": a suite is a file that ends in " + Scripts.SUFFIX;
    }
    return Files.isDirectory(path)
        ? place + ": no file in this folder ends in " + Scripts.SUFFIX + directory
        : place
            + ": there is no such folder"
            + directory
            + "\n    name the folder of your suites: @BenchmarkSuites(\"src/test/suites\")";
  }

  /** The artifact of a run is looked at with every part of it. */
  private void keepParts(TestDescriptor node) {
    for (TestDescriptor child : List.copyOf(node.getChildren())) {
      UniqueId id = child.getUniqueId();
      if (parts.stream().anyMatch(id::hasPrefix)) {
        continue;
      }
      if (parts.stream().anyMatch(part -> part.hasPrefix(id))) {
        keepParts(child);
      } else if (!(child instanceof RunNode)) {
        child.removeFromHierarchy();
      }
    }
  }

  private UniqueId id(Class<?> type) {
    return root.getUniqueId().append(CLASS, type.getName());
  }

  private UniqueId id(Path script) {
    return root.getUniqueId().append(SUITE, script.toString());
  }

  private Predicate<String> names() {
    Predicate<String> ofClass =
        Filter.composeFilters(request.getFiltersByType(ClassNameFilter.class)).toPredicate();
    Predicate<String> ofPackage =
        Filter.composeFilters(request.getFiltersByType(PackageNameFilter.class)).toPredicate();
    return name -> ofClass.test(name) && ofPackage.test(packageName(name));
  }

  private static String packageName(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  private static boolean isMarked(Class<?> type) {
    return AnnotationSupport.isAnnotated(type, BenchmarkSuites.class);
  }

  private static Optional<Path> resource(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    URL url = loader.getResource(name);
    try {
      return url == null ? Optional.empty() : path(url.toURI());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> path(URI uri) {
    try {
      return Optional.of(Path.of(uri));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      // In a jar, or somewhere else that is no file: not ours.
      return Optional.empty();
    }
  }
}
