// What Benchwright itself costs: an evaluation, a start, a compilation, a history. From a checkout.
title("The speed of Benchwright")
spec("docs/specs/004-speed.md")

fun one(id: String) =
    operation("evaluate $id") {
        val problem = problem(id, dimension = 20)
        val x = problem.randomPoint(seed = 1)
        measured { problem.evaluate(x) }
    }

fun hundred(id: String) =
    operation("evaluate 100 points of $id") {
        val problem = problem(id, dimension = 20)
        val points = problem.randomPoints(100, seed = 1)
        val values = DoubleArray(100)
        measured {
            problem.evaluateAll(points, values)
            values[99]
        }
    }

operations(
    one("bbob-f1"), one("bbob-f10"), one("bbob-f15"), one("bbob-f21"), one("bbob-f24"),
    hundred("bbob-f1"), hundred("bbob-f10"), hundred("bbob-f15"), hundred("bbob-f21"), hundred("bbob-f24"),
)

implementations(
    Command("start", run = "./bench --version"),
    Command("check a suite that is compiled", run = "./bench check suites/quick.bench.kts"),
    Command(
        "compile a suite",
        prepare = listOf("rm -rf target/speed/cache/suites"),
        run = "./bench check suites/quick.bench.kts",
        environment = mapOf("BENCH_CACHE" to "target/speed/cache"),
    ),
    Command(
        "run the quick suite",
        prepare = listOf("rm -rf target/speed/runs"),
        run = "./bench suites/quick.bench.kts --quiet --output-dir target/speed/runs",
    ),
    Command(
        "write a million improvements",
        prepare = listOf("rm -rf target/speed/runs"),
        run = "./bench examples/improvements.bench.kts --quiet --output-dir target/speed/runs",
    ),
)

timing(warmups = 3, runs = 10..30, forks = 5, untilError = 2.percent, limit = 2.minutes)
limit(15.minutes)

quick {
    timing(warmups = 1, runs = 2..2, forks = 1, untilError = 100.percent)
}
