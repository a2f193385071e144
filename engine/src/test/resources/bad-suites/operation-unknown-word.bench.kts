operations(
    operation("one") { mesured { 1.0 } },
    operation("two") { val f = problm("bbob-f1", dimension = 2); measured { f.evaluate(f.randomPoint(seed = 1)) } },
)
