title("Commands that cannot be meant")
implementations(
    Command("c -O3", directory = "c", run = "./mrfo --size {size} | sort", vanilla = true),
    Command("c  o3", run = "./mrfo {sizes}"),
    Command("!", run = ""),
    Command("java", build = listOf("make", " "), run = "java Mrfo {size} {workers}", vanilla = true),
)
sizes(tiny = 100, small = 10, large = -5)
workers(1, 2, 2, 0)
timing(warmups = -1, runs = 5..2, forks = 0, untilError = 200.percent, timeout = 0.seconds)
sameResults(tolerance = 2.0)
failWhen(time, worseBy = 10.percent, of = listOf("c-o2"))
