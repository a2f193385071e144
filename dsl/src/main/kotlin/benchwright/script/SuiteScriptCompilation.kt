package benchwright.script

import kotlin.script.experimental.api.ScriptAcceptedLocation
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.acceptedLocations
import kotlin.script.experimental.api.defaultImports
import kotlin.script.experimental.api.ide
import kotlin.script.experimental.jvm.jvm
import kotlin.script.experimental.jvm.updateClasspath
import kotlin.script.experimental.jvm.util.classpathFromClass

/** What the compiler, and an IDE, need to know of a `.bench.kts` file: its words are known without imports. */
public object SuiteScriptCompilation : ScriptCompilationConfiguration({
    defaultImports("benchwright.*", "benchwright.suite.*", "benchwright.script.*", "kotlin.math.*")
    jvm {
        // The vocabulary alone: the rest of whatever class path this runs on is none of a script's business.
        updateClasspath(
            classpathFromClass(SuiteScript::class).orEmpty() +
                classpathFromClass(Unit::class).orEmpty(),
        )
    }
    ide {
        acceptedLocations(ScriptAcceptedLocation.Everywhere)
    }
}) {
    private fun readResolve(): Any = SuiteScriptCompilation
}
