package example

/**
 * Draws points, as `bench` shows:
 *
 * ```kotlin bench=suites/shown.bench.kts
 * title("Shown")
 * functions(sphere)
 * dimensions(2)
 * budget(20.perDimension)
 * optimizers(
 *     RandomSearch(),
 *     MantaRay(),
 * )
 * seeds(1..2)
 * failWhen(successRate, worseBy = 5.percent)
 * publish(table(expectedRuntime), to = "docs/shown.md#standings")
 * publish(curves(expectedRuntime), to = "docs/shown.md#curves")
 * publish(sparkline(successRate), to = "docs/shown.md#trend")
 * ```
 *
 * ```text bench-output
 * Shown: 4 trials, 160 evaluations
 *
 * function  dim  random-search     manta-ray
 * sphere      2   +2.5e+02 0/2  +1.6e+02 0/2
 *
 * 1,234 6/6     expected evaluations until the optimum is 1e-08 away, hits/trials
 * +3.1e-02 0/6  no hit: how far away the median trial ended
 * ```
 */
class Source

val text = """
```kotlin bench
no example
```
"""
