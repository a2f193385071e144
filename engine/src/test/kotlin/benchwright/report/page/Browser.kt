package benchwright.report.page

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.put
import java.net.URI
import java.net.http.HttpClient
import java.net.http.WebSocket
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionStage
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import kotlin.io.path.deleteIfExists

/**
 * A headless Chromium, driven over its DevTools protocol: a page is opened, looked at, touched.
 *
 * Its own few commands rather than a library: the driver of the best known one is 202 MB.
 */
internal class Browser(
    program: Path,
) : AutoCloseable {
    /** Complaints of pages: exceptions, errors on the console, whatever a policy forbade. */
    val complaints: MutableList<String> = CopyOnWriteArrayList()

    /** All that was asked of the network or the disk. */
    val requests: MutableList<String> = CopyOnWriteArrayList()

    private val profile: Path = Files.createTempDirectory("chromium")
    private val process: Process =
        ProcessBuilder(
            program.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--hide-scrollbars",
            "--remote-debugging-port=0",
            "--user-data-dir=$profile",
            "about:blank",
        ).redirectErrorStream(true).redirectOutput(profile.resolve("log").toFile()).start()
    private val answers = ConcurrentHashMap<Int, CompletableFuture<JsonObject>>()
    private val awaited = ConcurrentHashMap<String, CompletableFuture<JsonObject>>()
    private val ids = AtomicInteger()
    private val socket: WebSocket
    private val session: String

    init {
        try {
            socket = connect()
            val target =
                call("Target.createTarget", buildJsonObject { put("url", "about:blank") })
            session =
                call(
                    "Target.attachToTarget",
                    buildJsonObject {
                        put("targetId", target.text("targetId"))
                        put("flatten", true)
                    },
                ).text("sessionId")
            for (domain in listOf("Page", "Runtime", "Network", "Log")) send("$domain.enable")
        } catch (e: Exception) {
            close()
            throw e
        }
    }

    /** Opens a file and waits until it is loaded. */
    fun open(page: Path) {
        val loaded = CompletableFuture<JsonObject>()
        awaited["Page.loadEventFired"] = loaded
        send("Page.navigate", buildJsonObject { put("url", page.toUri().toString()) })
        loaded.get(SECONDS, TimeUnit.SECONDS)
    }

    /** How large the window is. */
    fun size(
        width: Int,
        height: Int,
    ) {
        send(
            "Emulation.setDeviceMetricsOverride",
            buildJsonObject {
                put("width", width)
                put("height", height)
                put("deviceScaleFactor", 1)
                put("mobile", false)
            },
        )
    }

    fun withoutScript(disabled: Boolean) {
        send(
            "Emulation.setScriptExecutionDisabled",
            buildJsonObject { put("value", disabled) },
        )
    }

    /** Whether the system likes it dark. */
    fun dark(dark: Boolean) {
        send(
            "Emulation.setEmulatedMedia",
            Json
                .parseToJsonElement(
                    """{"features": [{"name": "prefers-color-scheme", "value": "${
                        if (dark) "dark" else "light"
                    }"}]}""",
                ).jsonObject,
        )
    }

    fun mouse(
        type: String,
        x: Double,
        y: Double,
    ) {
        send(
            "Input.dispatchMouseEvent",
            buildJsonObject {
                put("type", type)
                put("x", x)
                put("y", y)
                if (type != "mouseMoved") {
                    put("button", "left")
                    put("clickCount", 1)
                }
            },
        )
    }

    fun key(name: String) {
        for (type in listOf("keyDown", "keyUp")) {
            send(
                "Input.dispatchKeyEvent",
                buildJsonObject {
                    put("type", type)
                    put("key", name)
                    put("code", name)
                },
            )
        }
    }

    /** The value of an expression, as text. */
    fun text(expression: String): String = value(expression).jsonPrimitive.content

    fun number(expression: String): Double = text(expression).toDouble()

    private fun value(expression: String): JsonElement {
        val answer =
            send(
                "Runtime.evaluate",
                buildJsonObject {
                    put("expression", expression)
                    put("returnByValue", true)
                },
            )
        check("exceptionDetails" !in answer) { "$expression: $answer" }
        return answer.getValue("result").jsonObject.getValue("value")
    }

    private fun send(
        method: String,
        parameters: JsonObject = JsonObject(mapOf()),
    ) = call(method, parameters, session)

    private fun call(
        method: String,
        parameters: JsonObject,
        session: String = "",
    ): JsonObject {
        val id = ids.incrementAndGet()
        val answer = CompletableFuture<JsonObject>()
        answers[id] = answer
        val message =
            buildJsonObject {
                put("id", id)
                put("method", method)
                put("params", parameters)
                if (session.isNotEmpty()) put("sessionId", session)
            }
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS)
        val answered = answer.get(SECONDS, TimeUnit.SECONDS)
        check("error" !in answered) { "$method: $answered" }
        return answered.getValue("result").jsonObject
    }

    /** The port stands in a file as soon as there is one. */
    private fun connect(): WebSocket {
        val port = profile.resolve("DevToolsActivePort")
        val until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS)
        while (!Files.exists(port) || Files.readAllLines(port).size < 2) {
            check(process.isAlive && System.nanoTime() < until) {
                "the browser did not start: " + Files.readString(profile.resolve("log"))
            }
            Thread.sleep(20)
        }
        val (number, path) = Files.readAllLines(port)
        return HttpClient
            .newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:$number$path"), Ear())
            .get(SECONDS, TimeUnit.SECONDS)
    }

    private inner class Ear : WebSocket.Listener {
        private val message = StringBuilder()

        override fun onText(
            socket: WebSocket,
            part: CharSequence,
            last: Boolean,
        ): CompletionStage<*>? {
            message.append(part)
            if (last) {
                heard(Json.parseToJsonElement(message.toString()).jsonObject)
                message.clear()
            }
            socket.request(1)
            return null
        }
    }

    private fun heard(message: JsonObject) {
        val id = message["id"]
        if (id != null) {
            answers.remove(id.jsonPrimitive.content.toInt())?.complete(message)
            return
        }
        val method = message.text("method")
        val parameters = message.getValue("params").jsonObject
        when (method) {
            "Runtime.exceptionThrown" -> {
                complaints += parameters.toString()
            }

            "Runtime.consoleAPICalled" -> {
                complaints += parameters.toString()
            }

            "Log.entryAdded" -> {
                complaints += parameters.toString()
            }

            "Network.requestWillBeSent" -> {
                requests += parameters.getValue("request").jsonObject.text("url")
            }
        }
        awaited.remove(method)?.complete(parameters)
    }

    private fun JsonObject.text(name: String) = getValue(name).jsonPrimitive.content

    override fun close() {
        process.descendants().forEach { it.destroyForcibly() }
        process.destroyForcibly().waitFor(SECONDS, TimeUnit.SECONDS)
        repeat(20) {
            // A process that is going down may still write.
            val left =
                Files.walk(profile).use { files ->
                    files.sorted(Comparator.reverseOrder()).filter { !deleted(it) }.count()
                }
            if (left == 0L || !Files.exists(profile)) return
            Thread.sleep(50)
        }
    }

    private fun deleted(file: Path) = runCatching { file.deleteIfExists() }.isSuccess

    companion object {
        private const val SECONDS = 60L

        /** Chromium, or Chrome, as it is called here; null if there is neither. */
        fun program(): Path? =
            System
                .getenv("PATH")
                .orEmpty()
                .split(':')
                .flatMap { folder -> NAMES.map { Path.of(folder, it) } }
                .firstOrNull { Files.isExecutable(it) }

        private val NAMES = listOf("chromium", "chromium-browser", "google-chrome")
    }
}
