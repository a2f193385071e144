package benchwright.script

import benchwright.Optimizer
import benchwright.suite.Budget
import benchwright.suite.Command
import benchwright.suite.FormulaFunction
import benchwright.suite.Operation
import benchwright.suite.OptimizerSpec
import benchwright.suite.Size
import benchwright.suite.Targets
import benchwright.suite.Threshold
import benchwright.suite.Timing

/** What is wrong and what to write instead; where, the statement knows that it stands in. */
internal class Fault(
    val text: String,
    val remedy: String,
)

/** The line of the script that a statement was executed on, and the word to look for there. */
internal class Place(
    val line: Int,
    val word: String,
)

/** A value with the place where it was said. */
internal class Said<out T>(
    val place: Place,
    val value: T,
)

/** Whole numbers as they were said: not yet a list, because a range may be longer than any list. */
internal class Numbers(
    val length: Long,
    private val values: Iterable<Number>,
) {
    fun asLongs(): Sequence<Long> = values.asSequence().map { it.toLong() }
}

internal fun IntProgression.length(): Long =
    if (isEmpty()) 0 else (last.toLong() - first.toLong()) / step + 1

/** What a profile may say: the suite itself, and its quick block. */
internal class Extent {
    val functions = mutableListOf<Said<List<Functions>>>()
    val dimensions = mutableListOf<Said<Numbers>>()
    val instances = mutableListOf<Said<Numbers>>()
    val seeds = mutableListOf<Said<Numbers>>()
    val budget = mutableListOf<Said<Budget>>()
    val limit = mutableListOf<Said<Span>>()
    val sizes = mutableListOf<Said<List<Size>>>()
    val workers = mutableListOf<Said<Numbers>>()
    val timing = mutableListOf<Said<Timing>>()
}

/** What a formula is, but for its name. */
internal class FormulaDraft(
    val spec: FormulaFunction,
    val property: String,
    val body: Formula,
)

/** Everything that a script said, in its order, unjudged. */
internal class Draft(
    private val script: Class<*>,
) {
    val title = mutableListOf<Said<String>>()
    val spec = mutableListOf<Said<String>>()
    val full = Extent()
    val quick = mutableListOf<Said<Extent>>()
    val targets = mutableListOf<Said<Targets>>()
    val optimizers = mutableListOf<Said<List<OptimizerSpec>>>()
    val operations = mutableListOf<Said<List<Operation>>>()
    val implementations = mutableListOf<Said<List<Command>>>()
    val sameResults = mutableListOf<Said<Double>>()
    val thresholds = mutableListOf<Said<Threshold>>()
    val publications = mutableListOf<Said<PublicationDraft>>()
    val formulas = mutableListOf<Said<FormulaDraft>>()
    val ownOptimizers = mutableListOf<Said<Pair<String, Optimizer>>>()
    val ownOperations = mutableListOf<Said<Pair<Operation, OperationBody>>>()
    val misplaced = mutableListOf<Place>()
    var insideQuick = false

    /** [value], said by the statement [word] that is being executed now. */
    fun <T> said(
        word: String,
        value: T,
    ): Said<T> = Said(Place(line(), word), value)

    /** As [said], for a statement about the whole suite. */
    fun <T> saidOfSuite(
        word: String,
        value: T,
    ): Said<T> = said(word, value).also { if (insideQuick) misplaced += it.place }

    private fun line(): Int =
        StackWalker.getInstance().walk { frames ->
            frames
                .filter {
                    it.className == script.name ||
                        it.className.startsWith(
                            script.name + "$",
                        )
                }.mapToInt { it.lineNumber }
                .findFirst()
                .orElse(1)
        }
}

internal class PublicationDraft(
    val exhibit: Exhibit,
    val to: String,
)
