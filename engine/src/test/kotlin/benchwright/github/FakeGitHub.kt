package benchwright.github

import benchwright.artifact.Documents
import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import kotlinx.serialization.json.JsonObject
import java.net.InetAddress
import java.net.InetSocketAddress
import java.util.concurrent.ConcurrentLinkedDeque

/** What a client asked. */
internal data class Asked(
    val method: String,
    val path: String,
    val body: String,
    val authorization: String,
)

/** What a server that has trouble answers instead. */
internal data class Trouble(
    val method: String,
    val status: Int,
    val headers: Map<String, String> = mapOf(),
    /** Whether it did what it was asked before it lost its voice. */
    val done: Boolean = false,
    val body: String = """{"message":"trouble"}""",
)

/** Comments, issues and pull requests of one repository, over HTTP at the loopback address. */
internal class FakeGitHub : AutoCloseable {
    data class Note(
        val id: Int,
        val author: String,
        var body: String,
        var title: String = "",
    )

    val comments = mutableListOf<Note>()
    val issues = mutableListOf<Note>()

    /** By number: the commit at its head, and `owner:branch`. */
    val pulls = mutableMapOf<Int, Pair<String, String>>()
    val asked = ConcurrentLinkedDeque<Asked>()
    val troubles = ArrayDeque<Trouble>()

    private val server =
        HttpServer.create(
            InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            0,
        )

    val address: String get() = "http://127.0.0.1:${server.address.port}/api/v3"

    init {
        server.createContext("/") { exchange -> exchange.use(::answer) }
        server.start()
    }

    override fun close() = server.stop(0)

    private fun HttpExchange.use(answer: (HttpExchange) -> Unit) =
        try {
            answer(this)
        } finally {
            close()
        }

    @Synchronized
    private fun answer(exchange: HttpExchange) {
        val method = exchange.requestHeaders.getFirst("X-HTTP-Method") ?: exchange.requestMethod
        val body = exchange.requestBody.readAllBytes().decodeToString()
        val path = exchange.requestURI.toString().removePrefix("/api/v3")
        asked += Asked(method, path, body, exchange.requestHeaders.getFirst("Authorization"))
        val trouble = troubles.firstOrNull()?.takeIf { it.method == method }
        if (trouble != null) {
            troubles.removeFirst()
            if (trouble.done) act(method, path, body)
            trouble.headers.forEach { (name, value) -> exchange.responseHeaders.add(name, value) }
            return exchange.send(trouble.status, trouble.body)
        }
        val (status, text) = act(method, path, body)
        exchange.send(status, text)
    }

    private fun HttpExchange.send(
        status: Int,
        text: String,
    ) {
        val bytes = text.toByteArray()
        sendResponseHeaders(status, bytes.size.toLong())
        responseBody.write(bytes)
    }

    private fun act(
        method: String,
        path: String,
        body: String,
    ): Pair<Int, String> {
        val query =
            path
                .substringAfter('?', "")
                .split('&')
                .filter { it.isNotEmpty() }
                .associate { it.substringBefore('=') to it.substringAfter('=') }
        val place = path.substringBefore('?').removePrefix("/repos/o/r")
        val page = query["page"]?.toInt() ?: 1

        fun List<Note>.page() =
            drop((page - 1) * 100).take(100).joinToString(",", "[", "]") { it.json() }
        return when {
            Regex("/issues/\\d+/comments").matches(place) && method == "GET" -> {
                200 to
                    comments.page()
            }

            Regex("/issues/\\d+/comments").matches(place) -> {
                201 to add(comments, body).json()
            }

            Regex("/issues/comments/\\d+").matches(place) -> {
                change(comments, place, body)
            }

            place == "/issues" && method == "GET" -> {
                200 to issues.page()
            }

            place == "/issues" -> {
                201 to add(issues, body).json()
            }

            Regex("/issues/\\d+").matches(place) -> {
                change(issues, place, body)
            }

            place == "/pulls" -> {
                200 to
                    pulls
                        .filter {
                            it.value.second
                                .replace(":", "%3A")
                                .replace("/", "%2F") ==
                                query["head"]
                        }.map { pull(it.key) }
                        .joinToString(",", "[", "]")
            }

            place.substringAfterLast('/').toIntOrNull() in pulls -> {
                200 to pull(place.substringAfterLast('/').toInt())
            }

            else -> {
                404 to """{"message":"Not Found"}"""
            }
        }
    }

    private fun pull(number: Int) =
        """{"number":$number,"state":"open","head":{"sha":"${pulls.getValue(number).first}"}}"""

    private fun add(
        notes: MutableList<Note>,
        body: String,
    ): Note {
        val note = Note(notes.size + 1, BOT, field(body, "body"), field(body, "title"))
        notes += note
        return note
    }

    private fun change(
        notes: List<Note>,
        place: String,
        body: String,
    ): Pair<Int, String> {
        val note = notes.first { it.id == place.substringAfterLast('/').toInt() }
        note.body = field(body, "body")
        return 200 to note.json()
    }

    private fun Note.json(): String {
        val text = body.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        val user = """{"login":"$author"}"""
        val names = """"id":$id,"number":$id,"html_url":"page/$id""""
        return """{$names,"user":$user,"body":"$text"}"""
    }

    private fun field(
        body: String,
        name: String,
    ): String = Event.text(Documents.parse(body) as JsonObject, name).orElse("")

    companion object {
        const val BOT = "github-actions[bot]"
    }
}
