package benchwright.analysis

import benchwright.artifact.Baseline
import benchwright.artifact.BaselineTiming
import benchwright.artifact.CaseKey
import benchwright.artifact.CommitStamp
import benchwright.artifact.ComparedRun
import benchwright.artifact.Formats
import benchwright.artifact.SuiteStamp
import benchwright.artifact.Summary
import benchwright.artifact.TrialKey
import java.util.Optional
import kotlin.random.Random
import java.util.Random as Gaussian

/** Sides for tests: what algorithms of known strength would leave behind. */
internal object ComparedSides {
    val targets = List(11) { Math.pow(10.0, 2.0 - it) }

    fun run(
        name: String = "a-run",
        digest: String = "",
        fingerprint: String = "0123456789abcdef",
        jvm: String = "A JVM 17",
    ) = ComparedRun(
        name,
        "20261120T114512Z-quick-3f9a",
        SuiteStamp("quick", "Quick look", "quick.bench.kts", "ab".repeat(32)),
        "quick",
        CommitStamp("0123456789abcdef0123456789abcdef01234567", "main", false),
        "2026-11-20T11:45:12.345Z",
        fingerprint,
        "A CPU, 2 cores, Linux",
        jvm,
        "cd".repeat(32),
        digest,
    )

    fun side(
        trials: List<ComparedTrial>,
        name: String = "a-run",
        digest: String = "",
        complete: Boolean = true,
        targets: List<Double> = this.targets,
    ) = ComparedSide(run(name, digest), complete, targets, trials, listOf())

    /**
     * A trial that hits each target after so many evaluations, never those after the budget.
     *
     * @param hits for each target, ascending
     */
    fun trial(
        key: TrialKey,
        hits: List<Long>,
        budget: Long = 1_000,
        failed: Boolean = false,
    ): ComparedTrial {
        val kept =
            LongArray(targets.size) { hits.getOrElse(it) { 0 }.takeIf { h -> h <= budget } ?: 0 }
        val reached = kept.count { it > 0 }
        val all = reached == targets.size
        return ComparedTrial(
            key,
            budget,
            failed,
            true,
            if (all) kept.last() else budget,
            if (reached == 0) 500.0 else targets[reached - 1] * 0.5,
            if (failed) LongArray(targets.size) else kept,
        )
    }

    fun key(
        function: String = "sphere",
        instance: Int = 1,
        optimizer: String = "mine",
        dimension: Int = 2,
    ) = TrialKey(optimizer, function, dimension, instance, 1)

    /**
     * What a random algorithm leaves behind on some functions: times to each target are products of
     * log-normal steps, so that many trials miss the harder targets.
     *
     * @param slower how many times as long it takes
     */
    fun sample(
        seed: Long,
        functions: Int = 14,
        instances: Int = 2,
        slower: Double = 1.0,
        optimizers: List<String> = listOf("mine"),
    ): List<ComparedTrial> {
        val random = Gaussian(seed)
        return optimizers.flatMap { optimizer ->
            (1..functions).flatMap { function ->
                (1..instances).map { instance ->
                    var time = 5.0 * slower * Math.exp(0.4 * random.nextGaussian())
                    val growth = 1.1 + 0.1 * (function % 7)
                    trial(
                        key("f$function", instance, optimizer),
                        targets
                            .map {
                                val step = 0.25 * random.nextGaussian().coerceIn(-2.0, 2.0)
                                time *= growth * Math.exp(step)
                                maxOf(1, Math.round(time))
                            }.runningReduce { a, b -> maxOf(a, b) },
                    )
                }
            }
        }
    }

    fun shuffled(
        trials: List<ComparedTrial>,
        seed: Int,
    ) = trials.shuffled(Random(seed))

    fun compare(
        base: List<ComparedTrial>,
        head: List<ComparedTrial>,
        limits: Limits = Limits(listOf(), listOf()),
    ) = Comparisons(limits, Optional.empty()).compare(side(base, "base"), side(head, "head"))

    fun comparison() = compare(sample(1, 2, 6), sample(2, 2, 6, slower = 3.0))

    /** With a trial and a case that was timed. */
    fun baseline(summary: Summary) =
        Baseline(
            Formats.BASELINE,
            Formats.VERSION,
            "main",
            "2026-11-20T11:45:12.345Z",
            "",
            run(digest = "ab".repeat(32)),
            "benchmarks/results/one",
            summary,
            targets,
            listOf(trial(key(), listOf(3, 5)).toBaseline()),
            listOf(
                BaselineTiming(
                    "c-o3",
                    CaseKey("small", 100, 2, 0),
                    listOf(1.5),
                    listOf(4096),
                    listOf(16.0),
                    listOf(0.5),
                ),
            ),
        )
}
