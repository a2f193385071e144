package benchwright.engine;

import benchwright.compile.Origin;
import benchwright.compile.ScriptCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a cluster's processes need to run the trials of one suite: jars, each with a file name of
 * its own.
 *
 * @param engine the engine with the libraries that trials touch
 * @param suite the class path of the compiled suite; empty if it has no code
 * @param mainClass that of the suite; empty if it has no code
 */
record Shipment(List<Path> engine, List<Path> suite, String mainClass) {
  /** One class of each jar that trials touch; the rest of the engine's libraries stays here. */
  private static final List<String> TOUCHED =
      List.of(
          "benchwright.engine.ClusterEntry",
          "benchwright.Optimizer",
          "kotlin.Unit",
          "kotlinx.serialization.KSerializer",
          "kotlinx.serialization.json.Json",
          "org.apache.commons.math3.util.FastMath",
          "org.hipparchus.util.FastMath",
          "org.hipparchus.optim.OptimizationData");

  /** Packs what is a folder into a jar below {@code place}, which exists and is empty. */
  static Shipment pack(Optional<ScriptCode> code, Path place) throws IOException {
    Set<Path> origins = new LinkedHashSet<>();
    for (String name : TOUCHED) {
      try {
        origins.add(Origin.of(Class.forName(name, false, Shipment.class.getClassLoader())));
      } catch (ClassNotFoundException missing) {
        throw new IllegalStateException("the installation lacks " + name, missing);
      }
    }
    List<Path> engine = new ArrayList<>();
    for (Path origin : origins) {
      engine.add(
          Files.isDirectory(origin)
              ? jar(origin, place.resolve("engine-" + engine.size() + ".jar"))
              : origin);
    }
    List<Path> suite = new ArrayList<>();
    for (Path each : code.map(ScriptCode::classPath).orElse(List.of())) {
      // Libraries of a script may have the name of one of ours: a shipment knows names only.
      Path jar = place.resolve("suite-" + suite.size() + ".jar");
      suite.add(Files.isDirectory(each) ? jar(each, jar) : Files.copy(each, jar));
    }
    return new Shipment(engine, suite, code.map(ScriptCode::mainClass).orElse(""));
  }

  private static Path jar(Path folder, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }
}
