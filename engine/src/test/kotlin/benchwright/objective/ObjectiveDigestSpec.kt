package benchwright.objective

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** Verified equal on JDK 17 and 25, interpreted, compiled by C1 alone and by C2, with AVX, AVX2 and AVX-512. */
class ObjectiveDigestSpec :
    FunSpec({
        test(
            "the bits of many evaluations are the same on every JVM, before and after compilation",
        ) {
            repeat(4) { java.lang.Long.toHexString(objectiveDigest()) shouldBe "c3a6bd0b8ac6c3f1" }
        }
    })
