// Optimizers in three other languages beside three of the box. Start it at the top of the repository:
//     ./bench examples/programs/programs.bench.kts
title("Programs in other languages")
spec("docs/specs/014-programs.md")

functions(sphere, rosenbrock, bbob(1, 8))
dimensions(2, 5)
instances(1..2)
budget(500.perDimension)
limit(5.minutes)

optimizers(
    Program("python-es", directory = "examples/programs/python", run = "python3 es.py"),
    Program(
        "c-es",
        directory = "examples/programs/c",
        build = listOf("mkdir -p build", "gcc -O3 -std=c11 -o build/es es.c -lm"),
        run = "build/es",
    ),
    Program("javascript-de", directory = "examples/programs/javascript", run = "node de.mjs"),
    RandomSearch(),
    MantaRay(),
    OnePlusOneEs(),
)
