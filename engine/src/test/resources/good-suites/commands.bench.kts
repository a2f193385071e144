// Everything that can be said of commands.
title("Two sorts")

implementations(
    Command("c -O3", directory = "sorts", build = listOf("make clean", "make"), run = "./sort {size} {workers}", vanilla = true),
    Command(
        "Python",
        directory = "sorts",
        prepare = listOf("rm -f out"),
        run = "python3 sort.py --size {size} --workers {workers}",
        conclude = listOf("rm -f out"),
        results = "out",
        environment = mapOf("PYTHONHASHSEED" to "0"),
    ),
)
sizes(tiny = 10, small = 100, medium = 1_000, large = 10_000)
workers(1, 2)
timing(warmups = 1, runs = 5..20, forks = 3, untilError = 1.5.percent, limit = 2.minutes, timeout = 30.seconds)
limit(15.minutes)
sameResults(tolerance = 1e-6)

failWhen(time, worseBy = 10.percent)
warnWhen(memory, worseBy = 20.percent, of = listOf("python"))

quick {
    sizes(tiny = 10)
    workers(1)
    timing(warmups = 0, runs = 1..3)
    limit(10.seconds)
}
