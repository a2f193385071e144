package benchwright.report.chart

import java.util.stream.DoubleStream
import kotlin.math.pow

/** One chart of each kind, with what is hard to draw in it. */
internal object SampleCharts {
    private const val LONG = "an-optimizer-with-a-name-of-sixty-letters-and-population-twenty"
    private const val HOSTILE = "</title><script>alert('1')</script> \"]]>"

    private fun falling(power: Double) =
        (0..24).map { i ->
            val x = 10.0.pow(i / 6.0)
            val y = if (i == 0) Double.POSITIVE_INFINITY else 80 * x.pow(-power)
            Point(x, y, y / 3, y * 3)
        }

    val plot =
        Plot(
            "Convergence on $HOSTILE",
            "Lower is better.",
            Axis("evaluations", Unit.COUNT, true, 1.0, 1e4),
            Axis("distance to the optimum", Unit.DISTANCE, true, 1e-8, 1e2),
            listOf(
                Series.steps("alpha", 0, falling(2.2)),
                Series.steps(LONG, 1, falling(1.1)),
                Series.steps("נסיון rtl", 2, falling(0.4)),
            ),
            listOf(Limit("target", 1e-7, false), Limit("budget", 2e3, true)),
            false,
        )

    private val measured =
        Plot(
            "Running time over dimension",
            "A gap where no trial got there.",
            Axis("dimension", Unit.COUNT, true, 1.8, 44.0).marked(listOf(2.0, 5.0, 10.0, 40.0)),
            Axis.logarithmic("evaluations", Unit.COUNT, DoubleStream.of(90.0, 2e5)),
            listOf(
                Series.measured(
                    "alpha",
                    0,
                    listOf(Point.of(2.0, 90.0), Point.of(5.0, 900.0), Point.of(40.0, 2e5)),
                ),
                Series.measured(
                    "beta",
                    1,
                    listOf(
                        Point.of(2.0, 400.0),
                        Point.of(5.0, Double.POSITIVE_INFINITY),
                        Point.of(10.0, 9000.0),
                    ),
                ),
            ),
            listOf(),
            false,
        )

    private val bars =
        Bars(
            "Where the time goes",
            "Medians.",
            Axis.fromZero("time of a run", Unit.NANOS, DoubleStream.of(3e9)),
            listOf("load", "work", "write"),
            listOf(
                Bars.Bar("vanilla", listOf(1e9, 1.5e9, 5e8), 2.8e9, 3.1e9, "3 s"),
                Bars.Bar(LONG, listOf(2e8, Double.NaN, 1e8), Double.NaN, Double.NaN, "300 ms"),
            ),
        )

    private val strips =
        Strips(
            "Times",
            "All samples.",
            Axis.linear("time of a run", Unit.NANOS, DoubleStream.of(9e8, 2.2e9)),
            listOf(
                Strips.Strip("vanilla", 0, (0..9).map { 2e9 + it * 2e7 }, 2.1e9, 2e9, 2.2e9, "1×"),
                Strips.Strip("fast", 1, listOf(9e8, 9.1e8, 9.3e8), 9.1e8, 9e8, 9.3e8, "0.433×"),
                Strips.Strip("broken", 2, listOf(), Double.NaN, Double.NaN, Double.NaN, ""),
            ),
            listOf(Limit("limit", 2.1e9, true)),
        )

    private val ranked =
        listOf("alpha" to 1.25, "beta" to 2.0, LONG to 2.75, "delta" to 4.0, "epsilon" to 5.0)
            .mapIndexed { i, (name, rank) -> Ranking.Ranked(name, i, rank) }

    private val ranking =
        Ranking("Mean ranks", "Lower is better.", ranked, 1.6, Ranking.groups(ranked, 1.6))

    private val grid =
        Grid(
            "Success rates",
            "By optimizer and dimension.",
            "share of trials",
            listOf("2-D", "5-D", "10-D"),
            listOf(
                Grid.Row("alpha", listOf(1.0, 0.5, 0.0).map { field(it) }),
                Grid.Row(LONG, listOf(0.75, 0.3, Double.NaN).map { field(it) }),
            ),
        )

    private fun field(share: Double) = Grid.Field(share, Unit.SHARE.text(share))

    val all: Map<String, Chart> =
        mapOf(
            "plot" to plot,
            "plot-small" to plot.reduced(),
            "plot-measured" to measured,
            "bars" to bars,
            "strips" to strips,
            "ranking" to ranking,
            "grid" to grid,
        )
}
