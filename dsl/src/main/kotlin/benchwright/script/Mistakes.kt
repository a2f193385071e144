package benchwright.script

/** Collects what is wrong with a script, with line and column. */
internal class Mistakes(
    val source: SourceText,
) {
    private val found = mutableListOf<Mistake>()

    /** All of them, in the order of the file; the same said twice of one spot is told once. */
    fun sorted(): List<Mistake> = found.distinct().sortedWith(compareBy({ it.line }, { it.column }))

    fun add(
        spot: Spot,
        text: String,
        remedy: String,
    ) {
        found += Mistake(spot.line, spot.column, text, remedy)
    }

    /** The one time that a statement was said; null if it never was. Told if it was said again. */
    fun <T> once(said: List<Said<T>>): Said<T>? {
        for (again in said.drop(1)) {
            add(
                source.spot(again.place),
                "${again.place.word} is said twice: here and at ${at(source.spot(said[0].place))}",
                "keep one of them",
            )
        }
        return said.firstOrNull()
    }

    fun missing(word: String) {
        add(
            Spot(1, 1),
            "the suite says no $word",
            "add a line such as: ${Vocabulary.example(word)}",
        )
    }

    fun empty(
        place: Place,
        noun: String,
    ) {
        add(
            source.spot(place),
            "${place.word}(…) names no $noun",
            "write at least one, such as ${Vocabulary.example(place.word)}",
        )
    }

    /** Tells if [id] cannot name something in reports and files. */
    fun checkId(
        id: String,
        spot: Spot,
    ) {
        if (id.length <= LONGEST_ID && ID.matches(id)) return
        val better =
            kebab(id)
                .map {
                    if (it in 'a'..'z' ||
                        it in '0'..'9'
                    ) {
                        it
                    } else {
                        '-'
                    }
                }.joinToString("")
        val short =
            better
                .replace(Regex("-+"), "-")
                .trim('-')
                .take(LONGEST_ID)
                .ifEmpty { "mine" }
        add(
            spot,
            "'$id' cannot be an id: ids are lower-case letters, digits and single hyphens, " +
                "at most $LONGEST_ID",
            "write '$short'",
        )
    }

    fun at(spot: Spot): String = "line ${spot.line}, column ${spot.column}"

    private companion object {
        const val LONGEST_ID = 60
        val ID = Regex("[a-z0-9]+(-[a-z0-9]+)*")
    }
}
