// Each kind of result, what a set-up may ask for, and code that no sentence may contain.
val tables = listOf(1, 2, 3)

fun evaluation(id: String) =
    operation("evaluate $id") {
        val problem = problem(id, dimension = 20)
        val x = problem.randomPoint(seed = 1)
        measured { problem.evaluate(x) }
    }

operations(
    evaluation("bbob-f1"),
    evaluation("sphere"),
    operation("a population", sizes = true) {
        val problem = problem("rastrigin", dimension = 5, instance = 2)
        val points = problem.randomPoints(size.toInt(), seed = 7)
        val values = DoubleArray(points.size)
        measured { problem.evaluateAll(points, values) }
    },
    operation("share", sizes = true, workers = true) {
        val share = size / workers
        var sum = 0L
        measured {
            for (i in 0 until share) sum += i
            sum
        }
    },
    operation("count") { measured { tables.size } },
    operation("clock") { measured { System.nanoTime() } },
    operation("print") { measured { println("hello") } },
)
sizes(small = 10, large = 1_000)
workers(1, 2)
