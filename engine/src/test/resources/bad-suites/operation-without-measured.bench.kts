operations(
    operation("evaluate") {
        val problem = problem("bbob-f10", dimension = 20)
        problem.evaluate(problem.randomPoint(seed = 1))
    },
    operation("sort") {
        val a = intArrayOf(3, 1, 2)
        measured { a.sort() }
        a.size
    },
)
