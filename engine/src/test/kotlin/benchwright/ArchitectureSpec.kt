package benchwright

import com.tngtech.archunit.core.domain.JavaAccess
import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaField
import com.tngtech.archunit.core.domain.JavaModifier
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveAtLeastSize
import io.kotest.matchers.collections.shouldNotBeEmpty

/** The house rules that a machine can check. Each rule is shown to find its offence in [offender]. */
class ArchitectureSpec :
    FunSpec({
        val house =
            ClassFileImporter()
                .withImportOption(ImportOption.DoNotIncludeTests())
                .importPackages("benchwright")
                // What JMH generates around its stubs keeps JMH's own customs.
                .filterNot { it.packageName.endsWith(".jmh_generated") }
        val offender =
            ClassFileImporter()
                .importClasses(
                    Class.forName("benchwright.objective.Offender"),
                    Class.forName("benchwright.objective.Offender\$PointManager"),
                ).toList()

        fun rule(
            sentence: String,
            violations: (JavaClass) -> List<String>,
        ) {
            test(sentence) {
                house
                    .flatMap(violations)
                    .distinct()
                    .sorted()
                    .shouldBeEmpty()
            }
            test("$sentence: and the test would see it") {
                offender.flatMap(violations).shouldNotBeEmpty()
            }
        }

        test("every room was seen with its classes") {
            val seen = house.groupBy { Rooms.of(it)?.name }
            for ((room, atLeast) in SMALLEST_ROOMS) {
                withClue("classes in ${room.ifEmpty { "benchwright" }}") {
                    seen[room].orEmpty().shouldHaveAtLeastSize(atLeast)
                }
            }
        }

        test("every class lies in a room") {
            house.filter { Rooms.of(it) == null }.map { it.name }.shouldBeEmpty()
        }

        test("a room uses only rooms that the table names before it") {
            for ((index, room) in Rooms.all.withIndex()) {
                val before = Rooms.all.take(index).map { it.name }
                withClue(room) { (room.uses - before.toSet()).shouldBeEmpty() }
            }
        }

        rule("no room knows what the table does not allow") { type ->
            val room = Rooms.of(type) ?: return@rule listOf()
            type.directDependenciesFromSelf
                .map { it.targetClass.baseComponentType }
                .mapNotNull { Rooms.of(it) }
                .filter { it != room && it.name !in room.uses }
                .map { "${type.name} uses $it" }
        }

        rule("a library is known in its own room only") { type ->
            val room = Rooms.of(type) ?: return@rule listOf()
            type.directDependenciesFromSelf
                .map { it.targetClass.baseComponentType }
                .filterNot { target -> target.packageName.isEmpty() || isEverybodys(target) }
                .filter { target -> room.libraries.none { target.packageName.isIn(it) } }
                .map { "${type.name} uses ${it.name}" }
        }

        test("every package says what it is for and is null-marked") {
            house
                .map { it.`package` }
                .distinct()
                .filterNot { it.isAnnotatedWith("org.jspecify.annotations.NullMarked") }
                .map { it.name }
                .shouldBeEmpty()
        }

        rule(
            "only the street door and the mains of child processes touch the process's own world",
        ) { type ->
            if (type.topLevel() in STREET_DOORS || type.packageName.isIn("benchwright.cli")) {
                return@rule listOf()
            }
            type.accesses(OWN_WORLD)
        }

        rule("elementary functions that differ between JVMs are in one place") { type ->
            if (PINNED_ROOMS.none {
                    type.packageName.isIn(
                        it,
                    )
                }
            ) {
                listOf()
            } else {
                type.accesses(UNPINNED)
            }
        }

        rule("chance comes from RandomSource alone") { type -> type.accesses(CHANCE) }

        rule(
            "nothing runs in parallel behind the back of a room",
        ) { type -> type.accesses(HIDDEN_THREADS) }

        rule("no order of hashes flows into results") { type ->
            if (ORDERED_ROOMS.none {
                    type.packageName.isIn(
                        it,
                    )
                }
            ) {
                listOf()
            } else {
                type.accesses(HASHES)
            }
        }

        rule("only rooms that measure or record when look at a clock") { type ->
            if (ROOMS_WITH_A_CLOCK.any {
                    type.packageName.isIn(
                        it,
                    )
                }
            ) {
                listOf()
            } else {
                type.accesses(CLOCKS)
            }
        }

        rule("nothing mutable is static") { type ->
            type.fields
                .filter { JavaModifier.STATIC in it.modifiers }
                .filter { JavaModifier.FINAL !in it.modifiers || it.isMutable() }
                .map { it.fullName }
        }

        rule("a type's name says what it is") { type ->
            val words = type.simpleName.split(Regex("(?<=[a-z0-9])(?=[A-Z])|\\$"))
            words.filter { it in EMPTY_WORDS }.map { "$it in ${type.name}" }
        }
    })

/** A positive control: fewer classes than these, and the test did not see the house. */
private val SMALLEST_ROOMS: Map<String, Int> =
    mapOf(
        "" to 6,
        "suite" to 40,
        "artifact" to 30,
        "script" to 30,
        "stats" to 2,
        "objective" to 50,
        "optimizer" to 2,
        "optimizer.adapter" to 2,
        "compile" to 25,
        "plan" to 15,
        "external" to 12,
        "run" to 25,
        "measure" to 4,
        "measure.operation" to 12,
        "history" to 40,
        "analysis" to 3,
        "report" to 8,
        "report.document" to 6,
        "engine" to 20,
        "docs" to 15,
        "cli" to 40,
    )

/**
 * Processes of their own, whose standard streams and exit code are their protocol; and the door for
 * other programs.
 */
private val STREET_DOORS =
    setOf(
        "benchwright.engine.Benchwright",
        "benchwright.engine.WorkerMain",
        "benchwright.compile.CompilerProcess",
        "benchwright.measure.operation.HostMain",
        "benchwright.measure.NoiseLoad",
    )

private val PINNED_ROOMS =
    setOf("benchwright.objective", "benchwright.optimizer", "benchwright.stats")

private val ORDERED_ROOMS =
    PINNED_ROOMS + setOf("benchwright.artifact", "benchwright.analysis", "benchwright.report")

private val HASHES =
    Regex(
        "java\\.util\\.(HashMap|HashSet|concurrent\\.ConcurrentHashMap)\\.<init>|java\\.util\\.(Set|Map)\\.(of|copyOf)",
    )

private val ROOMS_WITH_A_CLOCK =
    setOf("benchwright.cli", "benchwright.run", "benchwright.measure", "benchwright.engine")

private val OWN_WORLD =
    Regex("java\\.lang\\.(System\\.(exit|out|err|in|getenv|setProperty)|Runtime\\.(exit|halt))")

private val UNPINNED =
    Regex(
        "java\\.lang\\.(Math)\\.(exp|expm1|log|log10|log1p|sin|cos|tan|asin|acos|atan|atan2|" +
            "sinh|cosh|tanh|pow|cbrt|hypot)",
    )

private val CHANCE =
    Regex(
        "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)\\..*|" +
            "java\\.util\\.random\\..*|java\\.security\\.SecureRandom\\..*|kotlin\\.random\\..*|" +
            "java\\.lang\\.Math\\.random|java\\.util\\.UUID\\.randomUUID|" +
            "java\\.util\\.Collections\\.shuffle",
    )

private val HIDDEN_THREADS =
    Regex("java\\.util\\..*\\.(parallelStream|parallel|parallelSort|parallelSetAll|parallelPrefix)")

private val CLOCKS =
    Regex(
        "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)|java\\.time\\..*\\.now|" +
            "java\\.time\\.(Clock|InstantSource)\\.system.*|java\\.util\\.Date\\.<init>",
    )

private val EMPTY_WORDS =
    setOf(
        "Manager",
        "Service",
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Context",
        "Impl",
        "Processor",
        "Data",
        "Info",
    )

private val MUTABLE_TYPES =
    Regex(
        "java\\.util\\.(Array|Linked|Hash|Tree|Identity|Weak|Priority|concurrent\\.).*|" +
            "java\\.lang\\.(StringBuilder|StringBuffer|ThreadLocal)",
    )

private fun isEverybodys(target: JavaClass): Boolean =
    EVERYBODYS.any { target.packageName.isIn(it) } && !target.packageName.isIn("kotlin.script")

private val EVERYBODYS =
    setOf("benchwright", "java", "jdk", "kotlin", "org.jspecify", "org.jetbrains.annotations")

private fun String.isIn(packageName: String) = this == packageName || startsWith("$packageName.")

private fun JavaClass.topLevel() = name.substringBefore('$')

private fun JavaClass.accesses(forbidden: Regex): List<String> =
    accessesFromSelf
        .filter { forbidden.matches(it.target()) }
        .map { "$name uses ${it.target()} (${it.sourceCodeLocation})" }

private fun JavaAccess<*>.target() = "${targetOwner.name}.$name"

private fun JavaField.isMutable(): Boolean =
    !isSynthetic() && assignedMutable() && name != "INSTANCE" && name != "Companion"

private fun JavaField.isSynthetic() = JavaModifier.SYNTHETIC in modifiers

/** Declared as an interface, a collection is judged by what the class constructs for it. */
private fun JavaField.assignedMutable(): Boolean {
    if (MUTABLE_TYPES.matches(rawType.name)) return true
    if (!rawType.name.startsWith("java.util.")) return false
    return owner.staticInitializer
        .map { it.constructorCallsFromSelf }
        .orElse(setOf())
        .any { MUTABLE_TYPES.matches(it.targetOwner.name) && it.lineNumber == declaredLine() }
}

private fun JavaField.declaredLine(): Int =
    owner.staticInitializer
        .get()
        .fieldAccesses
        .first { it.target.name == name }
        .lineNumber
