// All of noiseless BBOB at the budget that a paper would report. Nightly.
title("Noiseless BBOB")
spec("docs/specs/002-full.md")

functions(bbob(1..24))
dimensions(2, 3, 5, 10, 20, 40)
instances(1..15)
budget(10_000.perDimension)

optimizers(
    RandomSearch(),
    MantaRay(),
    BipopCmaEs(),
)

failWhen(expectedRuntime, worseBy = 10.percent)
warnWhen(successRate, worseBy = 5.percent)

publish(table(expectedRuntime), to = "docs/benchmarks/full.md#standings")

quick {                        // what --quick runs of this suite
    dimensions(2, 5)
    instances(1..2)
    budget(50.perDimension)
}
