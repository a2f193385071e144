// One search in four languages: how long does it take, and how much memory? Start it at the top of the repository.
title("Manta Ray Foraging in C, Java, JavaScript and Python")
spec("docs/specs/005-implementations.md")

val here = "examples/implementations"

fun c(level: String) =
    Command(
        "c -$level",
        directory = here,
        // Not fused: else C would round less often than the others, and find another point.
        build = listOf("mkdir -p build", "gcc -$level -ffp-contract=off -o build/mrfo-$level mrfo.c -lm"),
        run = "build/mrfo-$level --size {size}",
        vanilla = level == "O0",
    )

implementations(
    c("O0"),
    c("O3"),
    Command(
        "java",
        directory = here,
        build = listOf("mkdir -p build", "javac -d build Mrfo.java"),
        run = "java -cp build Mrfo --size {size}",
    ),
    Command("javascript", directory = here, run = "node mrfo.mjs --size {size}"),
    Command("python", directory = here, run = "python3 mrfo.py --size {size}"),
)

// Iterations of 60 evaluations each.
sizes(tiny = 30, small = 100, medium = 300, large = 1_000)
sameResults(tolerance = 1e-9)
timing(warmups = 2, runs = 10..40, untilError = 2.percent, limit = 1.minutes)
limit(15.minutes)

quick {
    sizes(tiny = 30, small = 100)
    timing(warmups = 1, runs = 3..3)
}
