operations(
    operation { measured { 1.0 } },
    operation("sort", size = true) { measured { 1.0 } },
    operation("problem") { val f = problem("bbob-f1"); measured { f.evaluate(f.randomPoint(seed = 1)) } },
)
