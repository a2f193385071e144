package example

/**
 * Draws points, as `bench` shows:
 *
 * ```kotlin bench=suites/shown.bench.kts
 * ```
 *
 * ```text bench-output
 * old
 * ```
 */
class Source

val text = """
```kotlin bench
no example
```
"""
