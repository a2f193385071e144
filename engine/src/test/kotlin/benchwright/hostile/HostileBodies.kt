package benchwright.hostile

import benchwright.BudgetSpent
import benchwright.Optimizer
import benchwright.Problem
import benchwright.RandomSource
import benchwright.budget
import benchwright.dimension
import benchwright.script.Bodies
import benchwright.script.Formula
import kotlin.system.exitProcess

private const val LEASH = "benchwright.hostile.leash"

/** A property of the system: of all class loaders. */
private fun leash(): String = System.getProperty(LEASH, "")

/** Ends what goes on in this JVM and heeds nothing else: it would take its processors from the tests that follow. */
fun releaseHostileTrials() {
    System.setProperty(LEASH, "released at ${System.nanoTime()}")
}

/** Optimizers and formulas as a script may hold them, mostly bad ones. */
class HostileBodies : Bodies {
    override fun optimizer(id: String): Optimizer =
        Optimizer { problem, random ->
            when (id) {
                "quits" -> {
                    steps(problem, random, 7)
                }

                "idle" -> {
                    // Has nothing to try.
                }

                "exact" -> {
                    steps(problem, random, problem.budget)
                }

                "throws" -> {
                    steps(problem, random, 5)
                    error("no luck\n  today")
                }

                "nan-point" -> {
                    steps(problem, random, 3)
                    problem.evaluate(point(problem) { if (it == 1) Double.NaN else 0.0 })
                }

                "infinite-point" -> {
                    problem.evaluate(
                        point(problem) {
                            if (it ==
                                2
                            ) {
                                Double.NEGATIVE_INFINITY
                            } else {
                                0.0
                            }
                        },
                    )
                }

                "short-point" -> {
                    problem.evaluate(DoubleArray(1))
                }

                "bad-population" -> {
                    val good = point(problem) { 1.0 }
                    val bad = point(problem) { Double.NaN }
                    problem.evaluateAll(arrayOf(good, good, bad, good), DoubleArray(4))
                }

                "forgives-itself" -> {
                    runCatching { problem.evaluate(DoubleArray(1)) }
                    steps(problem, random, problem.budget)
                }

                "swallows" -> {
                    try {
                        steps(problem, random, Long.MAX_VALUE)
                    } catch (end: BudgetSpent) {
                        repeat(
                            3,
                        ) { runCatching { problem.evaluate(random.nextPoint(problem.bounds())) } }
                    }
                }

                "wraps" -> {
                    try {
                        steps(problem, random, Long.MAX_VALUE)
                    } catch (end: BudgetSpent) {
                        throw IllegalStateException("wrapped", end)
                    }
                }

                "ignores-exceptions" -> {
                    while (true) {
                        try {
                            problem.evaluate(random.nextPoint(problem.bounds()))
                        } catch (ignored: Exception) {
                            continue
                        }
                    }
                }

                "ignores-everything" -> {
                    val leash = leash()
                    while (leash() == leash) {
                        try {
                            problem.evaluate(random.nextPoint(problem.bounds()))
                        } catch (ignored: Throwable) {
                            continue
                        }
                    }
                }

                "sleeps" -> {
                    Thread.sleep(60_000)
                }

                "spins" -> {
                    spin()
                }

                "overflows" -> {
                    steps(problem, random, 5)
                    deeper(problem, 1)
                }

                "hoards" -> {
                    hoard()
                }

                "exits" -> {
                    exitProcess(3)
                }

                "prints" -> {
                    println("this line must not reach the pipe")
                    steps(problem, random, 5)
                }

                "interrupts" -> {
                    steps(problem, random, 5)
                    Thread.currentThread().interrupt()
                }

                "other-thread" -> {
                    val thread = Thread { runCatching { problem.evaluate(point(problem) { 0.5 }) } }
                    thread.start()
                    thread.join()
                    steps(problem, random, 2)
                }

                else -> {
                    throw NoSuchElementException("the script has no optimizer \"$id\"")
                }
            }
        }

    override fun formula(id: String): Formula =
        when (id) {
            "tilted" -> {
                Formula { x -> x.indices.sumOf { i -> (i + 1) * x[i] * x[i] } }
            }

            "nan" -> {
                Formula { Double.NaN }
            }

            "infinite" -> {
                Formula { Double.POSITIVE_INFINITY }
            }

            "throwing" -> {
                Formula { x -> if (x[0] > 4.0) error("too far") else x[0] }
            }

            "vandal" -> {
                Formula { x ->
                    val value = x.sumOf { it * it }
                    x.fill(0.0)
                    value
                }
            }

            "forgetful" -> {
                var calls = 0
                Formula { x -> x[0] * x[0] + ++calls }
            }

            else -> {
                throw NoSuchElementException("the script has no formula \"$id\"")
            }
        }

    private fun steps(
        problem: Problem,
        random: RandomSource,
        count: Long,
    ) {
        for (i in 1..count) problem.evaluate(random.nextPoint(problem.bounds()))
    }

    private fun point(
        problem: Problem,
        coordinate: (Int) -> Double,
    ) = DoubleArray(problem.dimension, coordinate)

    @Volatile private var turns = 0L

    private fun spin() {
        val leash = leash()
        while (leash() == leash) turns++
    }

    private fun deeper(
        problem: Problem,
        depth: Int,
    ): Int = deeper(problem, depth + 1) + 1

    private fun hoard() {
        val all = mutableListOf<LongArray>()
        while (true) all += LongArray(1 shl 20)
    }
}
