package benchwright.measure

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.Optional
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CopyOnWriteArrayList

class MeasuringLockSpec :
    FunSpec({
        val folder = tempdir().toPath()

        test("who waits is told why, can be cancelled, and gets the turn of one that was killed") {
            val file = folder.resolve("a.lock")
            val holder = LockHolder.start(file)
            try {
                holder.inputReader().readLine() shouldBe "held"
                val impatient = MeasuringLock(file)
                val told = CopyOnWriteArrayList<String>()
                val waits =
                    CompletableFuture.supplyAsync {
                        // Cancelled as soon as it says that it waits.
                        impatient.acquire {
                            told.add(it)
                            impatient.cancel()
                        }
                    }
                waits.join() shouldBe Optional.empty()
                impatient.isHeld shouldBe false
                told.single() shouldBe
                    "waiting: another measurement goes on on this machine (process ${holder.pid()})"
                impatient.close()
                MeasuringLock(file).use { patient ->
                    val turn = CompletableFuture.supplyAsync { patient.acquire { } }
                    turn.isDone shouldBe false
                    holder.destroyForcibly()
                    turn.join() shouldBe Optional.empty()
                    patient.isHeld shouldBe true
                }
            } finally {
                holder.destroyForcibly()
            }
        }

        test("a process does not wait for the one that started it") {
            val file = folder.resolve("b.lock")
            MeasuringLock(file).use { lock ->
                lock.acquire { }
                val child = LockHolder.start(file)
                try {
                    child.inputReader().readLine() shouldBe "not held Optional.empty"
                } finally {
                    child.destroyForcibly()
                }
            }
        }

        test("a free lock is taken at once, and again after it was given back") {
            val file = folder.resolve("c.lock")
            val told = CopyOnWriteArrayList<String>()
            repeat(3) {
                MeasuringLock(file).use { lock ->
                    lock.acquire(told::add) shouldBe Optional.empty()
                    lock.isHeld shouldBe true
                }
            }
            told.shouldBeEmpty()
        }

        test("two measurements of one process take turns too") {
            val file = folder.resolve("d.lock")
            val first = MeasuringLock(file)
            first.acquire { }
            val second = MeasuringLock(file)
            val turn = CompletableFuture.supplyAsync { second.acquire { } }
            second.isHeld shouldBe false
            first.close()
            turn.join()
            second.isHeld shouldBe true
            second.close()
        }

        test("other users may lock the same file") {
            val file = folder.resolve("e.lock")
            MeasuringLock(file).use { it.acquire { } }
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) shouldBe "rw-rw-rw-"
        }

        test("a file that cannot be locked is a warning, not the end of the measurement") {
            val lock = MeasuringLock(folder.resolve("no/such/folder/x.lock"))
            lock.acquire { }.get() shouldContain "BENCH_LOCK"
            lock.isHeld shouldBe false
            lock.close()
            // A link may lead anywhere.
            val link = folder.resolve("link.lock")
            Files.createSymbolicLink(link, folder.resolve("a.lock"))
            MeasuringLock(link).acquire { }.isPresent shouldBe true
        }

        test("the file is the same for all users of a machine, or the one that is named") {
            val other = Path.of("t")
            MeasuringLock.file(mapOf("BENCH_LOCK" to "/x/y"), "Linux", other) shouldBe
                Path.of("/x/y")
            MeasuringLock.file(mapOf(), "Mac OS X", other) shouldBe
                Path.of("/tmp/benchwright-measuring.lock")
            MeasuringLock.file(mapOf(), "Windows 11", other) shouldBe
                Path.of("t/benchwright-measuring.lock")
        }
    })
