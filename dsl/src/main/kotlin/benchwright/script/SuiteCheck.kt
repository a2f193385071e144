package benchwright.script

import benchwright.suite.KnownOptimum
import benchwright.suite.OptimizerSpec
import benchwright.suite.Publication
import benchwright.suite.ScriptOptimizer
import benchwright.suite.Suite
import benchwright.suite.Targets
import benchwright.suite.Threshold

/** Judges everything that a script said, and adds it up to a suite. */
internal class SuiteCheck(
    private val draft: Draft,
    private val name: String,
    private val mistakes: Mistakes,
) {
    private val source = mistakes.source
    private val parameters = ParameterCheck(mistakes)

    fun reading(): Reading {
        for (place in draft.misplaced) {
            mistakes.add(
                source.spot(place),
                "${place.word} says something about the whole suite, so it cannot stand in quick { }",
                "move it out of the block; in it stand functions, dimensions, instances, seeds, " +
                    "budget, limit, sizes, workers, timing",
            )
        }
        val title = mistakes.once(draft.title)?.let(::title) ?: name
        val spec = mistakes.once(draft.spec)?.let(::spec).orEmpty()
        val quickExtent = mistakes.once(draft.quick)
        val speedCheck = SpeedCheck(draft, quickExtent?.value, mistakes)
        val whole = ExtentCheck(draft.full, mistakes)
        val full = if (speedCheck.isAsked) whole.limitOnly() else whole.profile()
        val block = quickExtent?.let { ExtentCheck(it.value, mistakes) }
        val quick = block?.profile(full, whole) ?: full
        val targets = mistakes.once(draft.targets)?.let(::targets) ?: Targets()
        val optimizers = mistakes.once(draft.optimizers)?.let(::optimizers)
        if (optimizers == null && !speedCheck.isAsked) mistakes.missing("optimizers")
        val speed = speedCheck.speed()
        checkFormulas(whole.functionIds() + block?.functionIds().orEmpty())
        checkOwnOptimizers(optimizers.orEmpty())
        val measured =
            (optimizers.orEmpty().map { it.id } + speed.implementations.map { it.id }).distinct()
        val thresholds = thresholds(measured)
        val publications = publications()
        val found = mistakes.sorted()
        if (found.isNotEmpty()) return Reading.Mistaken(found)
        return Reading.Sound(
            Suite(
                name,
                title,
                optimizers.orEmpty(),
                full,
                quick,
                targets,
                thresholds,
                publications,
                speed,
                spec,
            ),
        )
    }

    private fun title(said: Said<String>): String {
        val text = said.value
        if (text.isBlank() || text.length > LONGEST_TITLE || text.any { it.isISOControl() }) {
            mistakes.add(
                source.argument(said.place, 0),
                "a title is one line of 1 to $LONGEST_TITLE characters; got ${text.length}",
                "write ${Vocabulary.example("title")}",
            )
        }
        return text
    }

    private fun spec(said: Said<String>): String {
        val path = said.value
        if (!SPECIFICATION.matches(path) || path.startsWith("/") || ".." in path.split("/")) {
            mistakes.add(
                source.argument(said.place, 0),
                "a specification is a Markdown document of the project; got \"$path\"",
                "write spec(\"docs/specs/001-$name.md\")",
            )
        }
        return path
    }

    private fun targets(said: Said<Targets>): Targets {
        val targets = said.value
        val (from, to, perDecade) = targets
        val example = "write ${Vocabulary.example("targets")}"

        fun wrong(
            name: String,
            index: Int,
            text: String,
        ) = mistakes.add(source.argument(said.place, name, index), text, example)
        val fromIsSound = from > 0 && from <= LARGEST_TARGET
        val toIsSound = to >= SMALLEST_TARGET && to.isFinite()
        if (!fromIsSound) {
            wrong(
                "from",
                0,
                "the first target is above 0 and at most 1e100; got $from",
            )
        }
        if (!toIsSound) wrong("to", 1, "the last target is at least 1e-100; got $to")
        if (perDecade !in 1..MOST_PER_DECADE) {
            wrong("perDecade", 2, "perDecade is 1 to $MOST_PER_DECADE; got $perDecade")
        } else if (fromIsSound && toIsSound) {
            val steps = (StrictMath.log10(from) - StrictMath.log10(to)) * perDecade
            if (from < to) {
                wrong(
                    "to",
                    1,
                    "targets get harder: the last, $to, must not be above the first, $from",
                )
            } else if (Math.abs(steps - Math.rint(steps)) > ROUNDING) {
                wrong(
                    "to",
                    1,
                    "from $from to $to are ${"%.2f".format(
                        null,
                        steps,
                    )} steps of $perDecade per decade: " +
                        "not a whole number",
                )
            }
        }
        return targets
    }

    private fun optimizers(said: Said<List<OptimizerSpec>>): List<OptimizerSpec> {
        if (said.value.isEmpty()) mistakes.empty(said.place, "optimizer")
        val seen = mutableMapOf<String, Spot>()
        said.value.forEachIndexed { i, spec ->
            val spot = source.argument(said.place, i)
            mistakes.checkId(spec.id, spot)
            val first = seen.putIfAbsent(spec.id, spot)
            if (first != null) {
                mistakes.add(
                    spot,
                    "two optimizers are called '${spec.id}': here and at ${mistakes.at(first)}",
                    "give one of them another id, such as \"${spec.id}-2\"",
                )
            }
            parameters.check(spec, spot)
            if (spec is ScriptOptimizer) checkBody(spec, spot)
        }
        return said.value
    }

    private fun checkBody(
        spec: ScriptOptimizer,
        spot: Spot,
    ) {
        if (draft.ownOptimizers.none { it.value.first == spec.id }) {
            mistakes.add(
                spot,
                "ScriptOptimizer(\"${spec.id}\") has no body",
                "write optimizer(\"${spec.id}\") { problem, random -> … }",
            )
        }
    }

    private fun checkOwnOptimizers(listed: List<OptimizerSpec>) {
        val ids = listed.filterIsInstance<ScriptOptimizer>().mapTo(mutableSetOf()) { it.id }
        for (own in draft.ownOptimizers.filter { it.value.first !in ids }) {
            mistakes.add(
                source.spot(own.place),
                "the optimizer '${own.value.first}' is described and never used",
                "list it in optimizers(…)",
            )
        }
    }

    private fun checkFormulas(used: Set<String>) {
        val seen = mutableMapOf<String, Spot>()
        for (said in draft.formulas) {
            val spec = said.value.spec
            val spot = source.spot(Place(said.place.line, said.value.property))
            mistakes.checkId(spec.id, spot)
            if (spec.id in Vocabulary.functionIds()) {
                mistakes.add(
                    spot,
                    "'${spec.id}' is a function that ships, so a formula cannot be called that",
                    "give the formula another name",
                )
            }
            seen.putIfAbsent(spec.id, spot)?.let {
                mistakes.add(
                    spot,
                    "two formulas are called '${spec.id}': here and at ${mistakes.at(it)}",
                    "give one of them another name",
                )
            }
            if (!(spec.lower.isFinite() && spec.upper.isFinite() && spec.lower < spec.upper)) {
                mistakes.add(
                    source.spot(said.place),
                    "a box is finite with lower < upper; got [${spec.lower}, ${spec.upper}]",
                    "write formula(lower = -5.0, upper = 5.0) { x -> … }",
                )
            }
            val optimum = spec.optimum
            if (optimum is KnownOptimum && !optimum.value.isFinite()) {
                mistakes.add(
                    source.spot(said.place),
                    "the optimum is a finite number; got ${optimum.value}",
                    "leave optimum out if nobody knows it",
                )
            }
            if (spec.id !in used) {
                mistakes.add(
                    spot,
                    "the formula '${said.value.property}' is described and never used",
                    "list it in functions(…)",
                )
            }
        }
    }

    private fun thresholds(measured: List<String>): List<Threshold> {
        val seen = mutableMapOf<Threshold, Spot>()
        for (said in draft.thresholds) {
            val threshold = said.value
            val percent = threshold.worseByPercent
            if (!(percent >= 0 && percent <= MOST_PERCENT)) {
                mistakes.add(
                    source.argument(said.place, "worseBy", 1),
                    "worseBy is 0 to $MOST_PERCENT percent; got $percent",
                    "write worseBy = 10.percent",
                )
            }
            for (id in threshold.of.filter { it !in measured && measured.isNotEmpty() }) {
                val what = if (draft.optimizers.isEmpty()) "implementation" else "optimizer"
                mistakes.add(
                    source.argument(said.place, "of", 2),
                    "no $what of this suite is called '$id'",
                    Spelling
                        .suggestion(
                            id,
                            measured,
                        ).ifEmpty { "known are ${measured.joinToString()}" },
                )
            }
            val spot = source.spot(said.place)
            val first = seen.putIfAbsent(threshold.copy(worseByPercent = 0.0), spot)
            if (first != null) {
                mistakes.add(
                    spot,
                    "the same is said twice, with one limit or two: here and at ${mistakes.at(
                        first,
                    )}",
                    "keep one of them",
                )
            }
        }
        return draft.thresholds.map { it.value }
    }

    private fun publications(): List<Publication> {
        val seen = mutableMapOf<String, Spot>()
        for (said in draft.publications) {
            val spot = source.argument(said.place, "to", 1)
            val to = said.value.to
            if (!REGION.matches(to) || to.startsWith("/") ||
                to.split("/", "#").any { it == ".." }
            ) {
                mistakes.add(
                    spot,
                    "a publication goes to a marked region of a document, PATH#MARK; got \"$to\"",
                    "write to = \"docs/benchmarks/$name.md#standings\"",
                )
            }
            seen.putIfAbsent(to, spot)?.let {
                mistakes.add(
                    spot,
                    "two publications go to \"$to\": here and at ${mistakes.at(it)}",
                    "give one of them another mark",
                )
            }
        }
        return draft.publications.map {
            Publication(it.value.exhibit.kind, it.value.exhibit.measure, it.value.to)
        }
    }

    private companion object {
        const val LONGEST_TITLE = 200
        const val LARGEST_TARGET = 1e100
        const val SMALLEST_TARGET = 1e-100
        const val MOST_PER_DECADE = 100
        const val ROUNDING = 1e-9
        const val MOST_PERCENT = 10_000
        val SPECIFICATION = Regex("[^#\\\\:\\s]+\\.md")
        val REGION = Regex("[^#\\\\:\\s]+\\.[A-Za-z]+#[a-z0-9]+(-[a-z0-9]+)*")
    }
}
