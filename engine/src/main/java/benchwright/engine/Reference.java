package benchwright.engine;

import java.nio.file.Path;

/**
 * What a name on the command line means: a run, or a baseline.
 *
 * @param name as it was typed
 * @param place a run directory, a run file, or the file of a baseline
 * @param remark what else the name might mean, as a sentence; empty if nothing
 */
public record Reference(String name, Path place, boolean isBaseline, String remark) {}
