package benchwright.docs

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.nio.file.Files

class ScratchSpec :
    FunSpec({
        test("what is closed or abandoned goes with all that it holds, a second time too") {
            for (leave in listOf(Scratch::close, Scratch::abandon)) {
                val scratch = Scratch.open()
                val folder = scratch.folder()
                Files.writeString(folder.resolve("file"), "x")
                leave(scratch)
                Files.exists(folder.parent) shouldBe false
            }
            Scratch.open().run {
                abandon()
                abandon()
            }
        }
    })
