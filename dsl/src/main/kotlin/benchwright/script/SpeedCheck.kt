package benchwright.script

import benchwright.suite.Command
import benchwright.suite.Implementation
import benchwright.suite.NoTolerance
import benchwright.suite.Operation
import benchwright.suite.Size
import benchwright.suite.Speed
import benchwright.suite.SpeedProfile
import benchwright.suite.Timing
import benchwright.suite.Tolerance
import benchwright.suite.Within

/** Judges what a script says of time: its operations and implementations, and how they are measured. */
internal class SpeedCheck(
    private val draft: Draft,
    private val quick: Extent?,
    private val mistakes: Mistakes,
) {
    private val source = mistakes.source
    private val operations = mistakes.once(draft.operations)
    private val commands = mistakes.once(draft.implementations)

    /** Whether the suite is about time at all. */
    val isAsked: Boolean get() = operations != null || commands != null

    /** What the sentences add up to, with defaults. */
    fun speed(): Speed {
        val tolerance = tolerance()
        checkOwnOperations()
        if (!isAsked) {
            (speedSentences(draft.full) + quick?.let(::speedSentences).orEmpty()).forEach {
                mistakes.add(
                    source.spot(it),
                    "${it.word} is about measuring time, and the suite names nothing to measure",
                    "add ${Vocabulary.example("implementations")}, or leave it out",
                )
            }
            return Speed.NONE
        }
        trialSentences().firstOrNull()?.let {
            val other = (operations ?: commands)?.place?.word
            mistakes.add(
                source.spot(it),
                "a suite is about optimizers or about time; this one says both ${it.word} and $other",
                "make two suites of it",
            )
        }
        val implementations = implementations()
        val full = profile(draft.full, SpeedProfile(listOf(), listOf(1), Timing()))
        val quickProfile = quick?.let { profile(it, full) } ?: full
        checkBlanks(listOf(full, quickProfile))
        return Speed(implementations, full, quickProfile, tolerance)
    }

    private fun speedSentences(extent: Extent): List<Place> =
        (extent.sizes + extent.workers + extent.timing).map { it.place }

    private fun trialSentences(): List<Place> {
        val extents = listOfNotNull(draft.full, quick)
        return extents.flatMap {
            (it.functions + it.dimensions + it.instances + it.seeds + it.budget).map { said ->
                said.place
            }
        } + (draft.optimizers + draft.targets).map { it.place }
    }

    private fun implementations(): List<Implementation> {
        val seen = mutableMapOf<String, Spot>()
        var vanilla: Spot? = null
        for (said in listOfNotNull(operations, commands)) {
            if (said.value.isEmpty()) mistakes.empty(said.place, said.place.word.dropLast(1))
            said.value.forEachIndexed { i, implementation ->
                val spot = source.argument(said.place, i)
                checkName(implementation, spot)
                seen.putIfAbsent(implementation.id, spot)?.let {
                    mistakes.add(
                        spot,
                        "two implementations are called '${implementation.id}' in files: " +
                            "here and at ${mistakes.at(it)}",
                        "give one of them another name",
                    )
                }
                if (implementation is Command) {
                    checkCommand(implementation, spot)
                    if (implementation.vanilla) {
                        vanilla?.let {
                            mistakes.add(
                                spot,
                                "two implementations are vanilla: here and at ${mistakes.at(it)}",
                                "the others are compared to one alone: keep one vanilla = true",
                            )
                        }
                        vanilla = spot
                    }
                }
            }
        }
        return operations?.value.orEmpty() + commands?.value.orEmpty()
    }

    private fun checkOwnOperations() {
        val listed = draft.operations.flatMap { it.value }
        for (own in draft.ownOperations.filter { it.value.first !in listed }) {
            mistakes.add(
                source.spot(own.place),
                "the operation \"${own.value.first.name}\" is described and never used",
                "list it in operations(…)",
            )
        }
        val said = operations ?: return
        said.value.forEachIndexed { i, operation ->
            if (draft.ownOperations.none { it.value.first == operation }) {
                mistakes.add(
                    source.argument(said.place, i),
                    "Operation(\"${operation.name}\") has no body",
                    "write ${Vocabulary.example("operation")}",
                )
            }
        }
    }

    private fun checkName(
        implementation: Implementation,
        spot: Spot,
    ) {
        val name = implementation.name
        if (implementation.id.isEmpty() || implementation.id.length > LONGEST_NAME ||
            name.any { it.isISOControl() }
        ) {
            mistakes.add(
                spot,
                "a name is one line of 1 to $LONGEST_NAME characters with a letter a to z or a digit in it; got \"$name\"",
                "write a name such as \"c -O3\"",
            )
        }
    }

    private fun checkCommand(
        command: Command,
        spot: Spot,
    ) {
        val steps =
            command.build.map { Pair("build", it) } + command.prepare.map { Pair("prepare", it) } +
                Pair("run", command.run) + command.conclude.map { Pair("conclude", it) }
        for ((what, text) in steps) {
            if (text.isBlank()) {
                mistakes.add(
                    spot,
                    "a command of $what is empty",
                    "write its name and its arguments",
                )
            }
            SHELL.find(text)?.let {
                mistakes.add(
                    spot,
                    "commands are split at spaces and never handed to a shell, " +
                        "so '${it.value.trim()}' in \"$text\" has no meaning",
                    "put what needs a shell into a script of its own",
                )
            }
            BLANK.findAll(text).map { it.groupValues[1] }.filter { it !in Command.BLANKS }.forEach {
                mistakes.add(
                    spot,
                    "{$it} in \"$text\" is not filled in",
                    Spelling.suggestion(it, Command.BLANKS).ifEmpty {
                        "known are ${Command.BLANKS.joinToString { name -> "{$name}" }}"
                    },
                )
            }
        }
    }

    /** A size or a number of workers that a command does not hear of would measure the same again and again. */
    private fun checkBlanks(profiles: List<SpeedProfile>) {
        commands?.let { checkCommandBlanks(it, profiles) }
        val listed = operations ?: return
        if (profiles.any { it.sizes.isNotEmpty() }) return
        listed.value.forEachIndexed { i, operation ->
            if (operation.perSize) {
                mistakes.add(
                    source.argument(listed.place, i),
                    "the operation \"${operation.name}\" is measured for each size, and the suite has none",
                    "add ${Vocabulary.example("sizes")}",
                )
            }
        }
    }

    private fun checkCommandBlanks(
        said: Said<List<Command>>,
        profiles: List<SpeedProfile>,
    ) {
        said.value.forEachIndexed { i, command ->
            val spot = source.argument(said.place, i)
            val texts = listOf(command.run) + command.prepare + command.conclude
            if (profiles.any { it.sizes.isNotEmpty() } && texts.none { "{size}" in it }) {
                mistakes.add(
                    spot,
                    "the suite has sizes, and \"${command.run}\" does not ask for one",
                    "write {size} where it goes",
                )
            }
            if (profiles.any { it.workers != listOf(1) } && texts.none { "{workers}" in it }) {
                mistakes.add(
                    spot,
                    "the suite has workers, and \"${command.run}\" does not ask for them",
                    "write {workers} where it goes",
                )
            }
            if (profiles.any { it.sizes.isEmpty() } && texts.any { "{size}" in it }) {
                mistakes.add(
                    spot,
                    "\"${command.run}\" asks for a size, and the suite has none",
                    "add ${Vocabulary.example("sizes")}",
                )
            }
        }
    }

    private fun profile(
        extent: Extent,
        whole: SpeedProfile,
    ): SpeedProfile =
        SpeedProfile(
            mistakes.once(extent.sizes)?.let(::sizes) ?: whole.sizes,
            mistakes.once(extent.workers)?.let(::workers) ?: whole.workers,
            mistakes.once(extent.timing)?.let(::timing) ?: whole.timing,
        )

    private fun sizes(said: Said<List<Size>>): List<Size> {
        if (said.value.isEmpty()) mistakes.empty(said.place, "size")
        for (size in said.value.filter { it.value < 0 }) {
            mistakes.add(
                source.argument(said.place, size.name, 0),
                "a size is at least 1; got ${size.name} = ${size.value}",
                "write ${Vocabulary.example("sizes")}",
            )
        }
        for ((smaller, larger) in said.value.zipWithNext()) {
            if (smaller.value >= larger.value) {
                mistakes.add(
                    source.argument(said.place, larger.name, 0),
                    "sizes get larger: ${larger.name} = ${larger.value} is not above " +
                        "${smaller.name} = ${smaller.value}",
                    "write ${Vocabulary.example("sizes")}",
                )
            }
        }
        return said.value
    }

    private fun workers(said: Said<Numbers>): List<Int> {
        if (said.value.length == 0L) mistakes.empty(said.place, "number of workers")
        val seen = mutableSetOf<Long>()
        said.value.asLongs().forEachIndexed { i, number ->
            if (number !in 1..MOST_WORKERS || !seen.add(number)) {
                mistakes.add(
                    source.argument(said.place, i),
                    "numbers of workers are different whole numbers from 1 to $MOST_WORKERS; got $number",
                    "write ${Vocabulary.example("workers")}",
                )
            }
        }
        return seen.map { it.toInt() }
    }

    private fun timing(said: Said<Timing>): Timing {
        val timing = said.value

        fun wrong(
            name: String,
            index: Int,
            text: String,
        ) = mistakes.add(
            source.argument(said.place, name, index),
            text,
            "write ${Vocabulary.example("timing")}",
        )
        if (timing.warmups !in 0..MOST_RUNS) {
            wrong("warmups", 0, "warmups are 0 to $MOST_RUNS; got ${timing.warmups}")
        }
        if (timing.leastRuns !in 1..MOST_RUNS || timing.mostRuns !in timing.leastRuns..MOST_RUNS) {
            wrong(
                "runs",
                1,
                "runs are a range within 1 to $MOST_RUNS; got ${timing.leastRuns}..${timing.mostRuns}",
            )
        }
        if (timing.forks !in 1..MOST_FORKS) {
            wrong("forks", 2, "forks are 1 to $MOST_FORKS; got ${timing.forks}")
        }
        if (!(timing.untilErrorPercent >= 0 && timing.untilErrorPercent <= 100)) {
            wrong(
                "untilError",
                3,
                "untilError is 0 to 100 percent; got ${timing.untilErrorPercent}",
            )
        }
        if (timing.limitSeconds !in 0..LONGEST) {
            wrong("limit", 4, "a limit is at most a day; got ${timing.limitSeconds} seconds")
        }
        if (timing.timeoutSeconds !in 1..LONGEST) {
            wrong(
                "timeout",
                5,
                "a timeout is 1 second to a day; got ${timing.timeoutSeconds} seconds",
            )
        }
        return timing
    }

    private fun tolerance(): Tolerance {
        val said = mistakes.once(draft.sameResults) ?: return NoTolerance
        if (!(said.value >= 0 && said.value < 1)) {
            mistakes.add(
                source.argument(said.place, 0),
                "a tolerance is at least 0 and below 1; got ${said.value}",
                "write ${Vocabulary.example("sameResults")}",
            )
        }
        if (commands == null || commands.value.size < 2) {
            mistakes.add(
                source.spot(said.place),
                "sameResults compares implementations, and the suite has fewer than two",
                "add another Command(…) to implementations(…), or leave it out",
            )
        }
        return Within(said.value)
    }

    private companion object {
        const val LONGEST_NAME = 60
        const val MOST_WORKERS = 4_096L
        const val MOST_RUNS = 1_000_000
        const val MOST_FORKS = 1_000
        const val LONGEST = 86_400L
        val SHELL = Regex("""\s(\||\|\||&&|>|>>|<|2>|&|;)(\s|$)""")
        val BLANK = Regex("""\{([a-z]*)}""")
    }
}
