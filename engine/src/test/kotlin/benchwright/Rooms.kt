package benchwright

import com.tngtech.archunit.core.domain.JavaClass

/**
 * One room of the house: its package, the rooms that it may use, and the foreign libraries that it
 * may use beside the JDK and the Kotlin standard library.
 */
internal class Room(
    val name: String,
    val uses: Set<String>,
    val libraries: Set<String> = emptySet(),
) {
    val packageName = if (name.isEmpty()) "benchwright" else "benchwright.$name"

    override fun toString() = packageName
}

/**
 * Who may know whom: docs/architecture.md as data. A room uses only rooms that stand above it, so
 * there is no cycle by construction.
 */
internal object Rooms {
    private const val SERIALIZATION = "kotlinx.serialization"

    val all: List<Room> =
        listOf(
            Room("", uses = setOf()),
            Room("suite", uses = setOf(""), libraries = setOf(SERIALIZATION)),
            Room("artifact", uses = setOf("", "suite"), libraries = setOf(SERIALIZATION)),
            Room(
                "script",
                uses = setOf("", "suite"),
                libraries = setOf(SERIALIZATION, "kotlin.script"),
            ),
            Room("stats", uses = setOf(), libraries = setOf("org.apache.commons.math3")),
            Room("numeric", uses = setOf()),
            Room("objective", uses = setOf("", "numeric")),
            Room("optimizer", uses = setOf("", "numeric")),
            Room(
                "optimizer.adapter",
                uses = setOf("", "optimizer"),
                libraries = setOf("org.apache.commons.math3", "org.hipparchus"),
            ),
            Room(
                "compile",
                uses = setOf("", "suite", "script"),
                libraries =
                    setOf(
                        "org.jetbrains.kotlin",
                        "org.jetbrains.org.objectweb",
                        "kotlin.script",
                        SERIALIZATION,
                    ),
            ),
            Room(
                "plan",
                uses =
                    setOf(
                        "",
                        "suite",
                        "artifact",
                        "script",
                        "objective",
                        "optimizer",
                        "optimizer.adapter",
                    ),
                libraries = setOf(SERIALIZATION),
            ),
            Room(
                "external",
                uses = setOf("", "suite", "artifact"),
                libraries = setOf(SERIALIZATION),
            ),
            Room(
                "run",
                uses = setOf("", "suite", "artifact", "objective", "plan", "external"),
                libraries = setOf(SERIALIZATION),
            ),
            Room("measure", uses = setOf("artifact", "stats"), libraries = setOf("oshi")),
            Room(
                "measure.command",
                uses = setOf("", "suite", "artifact", "external", "measure"),
                libraries = setOf(SERIALIZATION, "com.sun.jna"),
            ),
            Room(
                "measure.operation",
                uses =
                    setOf(
                        "",
                        "suite",
                        "artifact",
                        "script",
                        "objective",
                        "compile",
                        "plan",
                        "external",
                        "measure",
                    ),
                libraries = setOf("org.openjdk.jmh"),
            ),
            Room(
                "history",
                uses = setOf("", "suite", "artifact"),
                libraries = setOf(SERIALIZATION, "dev.harrel"),
            ),
            Room(
                "export",
                uses = setOf("", "suite", "artifact", "stats"),
                libraries = setOf(SERIALIZATION),
            ),
            Room(
                "timing",
                uses = setOf("suite", "artifact", "plan", "measure", "stats", "history"),
            ),
            Room("analysis", uses = setOf("suite", "artifact", "stats")),
            Room(
                "pair",
                uses =
                    setOf(
                        "suite",
                        "artifact",
                        "script",
                        "stats",
                        "plan",
                        "external",
                        "measure",
                        "timing",
                        "analysis",
                    ),
            ),
            Room(
                "report",
                uses = setOf("suite", "artifact", "stats", "plan", "analysis"),
                libraries = setOf(SERIALIZATION),
            ),
            Room("report.markup", uses = setOf()),
            Room("report.chart", uses = setOf("report.markup")),
            Room(
                "report.page",
                uses =
                    setOf(
                        "suite",
                        "artifact",
                        "stats",
                        "analysis",
                        "report",
                        "report.markup",
                        "report.chart",
                    ),
            ),
            Room("github", uses = setOf("artifact"), libraries = setOf(SERIALIZATION)),
            Room("report.document", uses = setOf()),
            Room(
                "engine",
                uses =
                    setOf(
                        "",
                        "suite",
                        "artifact",
                        "script",
                        "objective",
                        "compile",
                        "plan",
                        "external",
                        "run",
                        "measure",
                        "measure.command",
                        "measure.operation",
                        "history",
                        "export",
                        "timing",
                        "analysis",
                        "pair",
                        "report",
                        "report.chart",
                        "report.page",
                    ),
                libraries = setOf(SERIALIZATION),
            ),
            Room(
                "docs",
                uses =
                    setOf(
                        "suite",
                        "artifact",
                        "script",
                        "compile",
                        "plan",
                        "history",
                        "analysis",
                        "report",
                        "report.chart",
                        "report.page",
                        "report.document",
                        "engine",
                    ),
            ),
            Room(
                "cli",
                uses =
                    setOf(
                        "",
                        "suite",
                        "artifact",
                        "script",
                        "objective",
                        "compile",
                        "plan",
                        "run",
                        "measure",
                        "measure.operation",
                        "history",
                        "export",
                        "timing",
                        "analysis",
                        "pair",
                        "report",
                        "report.chart",
                        "report.page",
                        "github",
                        "engine",
                        "docs",
                    ),
                libraries = setOf("picocli"),
            ),
        )

    private val byPackage = all.associateBy { it.packageName }

    /** The room of a class, or null when its package is in no room. */
    fun of(type: JavaClass): Room? = byPackage[type.packageName]
}
