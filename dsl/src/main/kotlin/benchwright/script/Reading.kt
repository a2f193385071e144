package benchwright.script

import benchwright.suite.Suite

/** What came of reading a script: its suite, or all its mistakes. */
public sealed interface Reading {
    /** The script says this suite. */
    @JvmRecord
    public data class Sound(
        val suite: Suite,
    ) : Reading

    /** The script is not a suite; [mistakes] in the order of the file, at least one. */
    @JvmRecord
    public data class Mistaken(
        val mistakes: List<Mistake>,
    ) : Reading

    public companion object {
        /** Judges what [script] said: the suite called [name], whose text is [source]. */
        @JvmStatic
        public fun of(
            script: SuiteScript,
            name: String,
            source: String,
        ): Reading = SuiteCheck(script.draft, name, Mistakes(SourceText(source))).reading()

        /** The code that stands in [script]. */
        @JvmStatic
        public fun bodies(script: SuiteScript): Bodies =
            ScriptBodies(
                script.draft.ownOptimizers.associate { it.value },
                script.draft.formulas.associate { Pair(it.value.spec.id, it.value.body) },
                script.draft.ownOperations.associate { Pair(it.value.first.id, it.value.second) },
            )
    }
}
