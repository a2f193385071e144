package benchwright.run

import benchwright.artifact.Stop
import benchwright.hostile.releaseHostileTrials
import benchwright.plan.Trial
import benchwright.run.Cluster.Answer
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import java.time.Duration

class ClusterPoolSpec :
    FunSpec({
        afterSpec { releaseHostileTrials() }

        val far = NearbyCluster.apart()

        fun pool(
            cluster: Cluster,
            limits: Limits = limits(Int.MAX_VALUE),
        ) = ClusterPool(runner(), { it.budget().toDouble() }, limits, cluster)

        include(
            poolContract(Duration.ofSeconds(2)) { limits, cost ->
                ClusterPool(runner(), cost, limits, NearbyCluster(2, far))
            },
        )

        test(
            "of a chunk that is lost each trial is repeated alone, and the one to blame has failed",
        ) {
            fun holds(
                chunk: ByteArray,
                id: String,
            ) = ChunkWire.chunk(chunk).trials().any { it.optimizer().id == id }
            val trials = (1L..6L).map { trial(seed = it) } + trial(hostile("exits"))
            val beside = mutableListOf<Int>()
            val cluster =
                NearbyCluster(1, far) { chunk ->
                    if (holds(chunk, "exits")) {
                        beside += ChunkWire.chunk(chunk).trials().size
                        Answer.Lost("its machine went up in smoke")
                    } else {
                        null
                    }
                }
            val notebook = Notebook()
            ClusterPool(runner(), { 1.0 }, limits(1), cluster).run(trials, notebook)
            val record = notebook.records.getValue(trial(hostile("exits")).key())
            record.stop shouldBe Stop.FAILED
            record.failure.kind shouldBe "exit"
            record.failure.message shouldBe
                "the worker's process ended during the trial: each time that it was tried"
            notebook.records.values.count { it.stop == Stop.BUDGET } shouldBe 6
            beside.last() shouldBe 1
            val lost = notebook.events.filterIsInstance<Event.WorkerLost>().single()
            lost.loss() shouldBe Event.Loss.ENDED
            lost.key() shouldBe record.key
        }

        test("a cluster that is gone ends the run, with what it has answered told") {
            val cluster =
                object : Cluster by NearbyCluster(1, far) {
                    var answers = 0

                    override fun place(
                        chunk: ByteArray,
                        hear: java.util.function.Consumer<Answer>,
                    ): Cluster.Placed {
                        val answer =
                            if (answers++ <
                                2
                            ) {
                                Answer.Done(far.apply(chunk))
                            } else {
                                Answer.Broken("gone for good")
                            }
                        hear.accept(answer)
                        return Cluster.Placed {}
                    }
                }
            val notebook = Notebook()
            shouldThrow<ClusterLost> {
                pool(cluster, limits(1)).run((1L..40L).map { trial(seed = it) }, notebook)
            }.message shouldBe "gone for good"
            check(notebook.records.size in 1..39)
        }

        test("no more chunks are away at a time than there are slots, and one to follow") {
            var away = 0
            var most = 0
            val cluster =
                object : Cluster by NearbyCluster(3, far) {
                    override fun slots() = 3

                    override fun place(
                        chunk: ByteArray,
                        hear: java.util.function.Consumer<Answer>,
                    ): Cluster.Placed {
                        synchronized(this) { most = maxOf(most, ++away) }
                        kotlin.concurrent.thread {
                            val outcomes = far.apply(chunk)
                            synchronized(this) { away-- }
                            hear.accept(Answer.Done(outcomes))
                        }
                        return Cluster.Placed {}
                    }
                }
            pool(cluster).run((1L..100L).map { trial(seed = it) }) {}
            most shouldBe 4
        }

        context("chunks") {
            fun cut(
                costs: List<Double>,
                slots: Int,
            ): List<List<Trial>> {
                val trials = costs.indices.map { trial(seed = it + 1L) }
                val chunks = Chunks(trials) { costs[it.key().seed.toInt() - 1] }
                return buildList { while (!chunks.isEmpty) add(chunks.next(slots)) }
            }

            test("hold ten seconds to a minute of expected work where there is enough of it") {
                val chunks = cut(List(5_000) { 1e9 }, 4)
                chunks.flatten() shouldHaveSize 5_000
                chunks.first() shouldHaveSize 60
                chunks.dropLast(1).forEach {
                    (it.size * 1.0) shouldBeGreaterThan 9.0
                    (it.size * 1.0) shouldBeLessThanOrEqual 60.0
                }
            }

            test("of a short run keep every slot busy") {
                cut(List(64) { 1e6 }, 4).forEach { it.size shouldBe 4 }
            }

            test("of trials that take next to no time stay a few megabytes") {
                cut(List(10_000) { 1.0 }, 1).maxOf { it.size } shouldBe 2_000
            }

            test("hold a dear trial alone") {
                cut(listOf(600e9, 600e9, 1e9), 1).map { it.size }.take(2) shouldBe listOf(1, 1)
            }

            test("become smaller when trials turn out to take longer") {
                val trials = (1L..1_000L).map { trial(seed = it) }
                val chunks = Chunks(trials) { 1e9 }
                val first = chunks.next(1)
                first.forEach { chunks.learn(it, 10_000_000_000) }
                first shouldHaveSize 60
                chunks.next(1) shouldHaveSize 6
            }
        }

        test("trials and outcomes cross as they are, with their limits and losses") {
            val trials = mixture()
            val chunk = ChunkWire.Chunk(limits(1, Duration.ofSeconds(7)), trials)
            ChunkWire.chunk(ChunkWire.chunk(chunk)) shouldBe chunk
            val known = trials.associate { it.key() to runner().run(it) }
            val back = ChunkRunner.canned { known.getValue(it.key()) }.apply(ChunkWire.chunk(chunk))
            ChunkWire.outcomes(back).map { it.outcome().record() } shouldContainExactlyInAnyOrder
                known.values.map { it.record }
        }
    })
