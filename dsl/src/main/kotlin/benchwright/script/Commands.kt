package benchwright.script

import benchwright.suite.Command

/**
 * A program whose runs are measured, in any language: `Command("c -O3", directory = "examples/c", run = "./mrfo")`.
 *
 * Commands are split at spaces and never handed to a shell. `{size}`, `{workers}` and `{gpus}` in [run] are filled in
 * for each case.
 *
 * @param name what reports call it; its id is the name in lower case, with hyphens for all else.
 * @param directory in which everything is carried out, from the directory in which `bench` is started.
 * @param build the steps that build it, once in a run.
 * @param prepare steps before each run, outside the measured time.
 * @param conclude steps after each run, outside the measured time.
 * @param results the file in [directory] that it writes its results to; standard output if it is not given.
 * @param environment variables that it sees beside `PATH`, `HOME`, `LANG` and `TMPDIR`.
 * @param vanilla whether it is what the others are compared to.
 */
public fun Command(
    name: String,
    run: String,
    directory: String = ".",
    build: List<String> = listOf(),
    prepare: List<String> = listOf(),
    conclude: List<String> = listOf(),
    results: String = "",
    environment: Map<String, String> = mapOf(),
    vanilla: Boolean = false,
): Command =
    Command(
        Spelling.id(name),
        name,
        directory,
        build,
        prepare,
        run,
        conclude,
        results,
        environment,
        vanilla,
    )
