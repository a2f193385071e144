package benchwright.artifact

import kotlinx.serialization.Serializable

/** All trials of one optimizer on a group of functions in one dimension. */
@JvmRecord
@Serializable
public data class GroupRow(
    val optimizer: String,
    /** The id of the group; `all` for all functions. */
    val group: String,
    /** 0 for all dimensions. */
    val dimension: Int,
    /** How many problems (functions in a dimension) it is about. */
    val problems: Int,
    /** On how many of [problems] a trial succeeded. */
    val solved: Int,
    val trials: Int,
    val failed: Int,
    /** How many of [trials] hit the hardest target. */
    val successes: Int,
    val evaluations: Long,
    /** The share, 0 to 1, of all pairs of a trial and a target that were hit; NaN if no optimum is known. */
    val hits: Decimal,
    /** The area under the distribution of running times, 0 to 1, over the logarithm of evaluations; NaN as above. */
    val ecdfArea: Decimal,
    /** The mean over problems of the area over the convergence curve; NaN as above. */
    val aocc: Decimal,
    /** The mean rank among the optimizers over problems, 1 the best. */
    val averageRank: Decimal,
)

/** How the optimizers of a run stand to each other in one dimension, from their ranks on each problem. */
@JvmRecord
@Serializable
public data class Standing(
    /** 0 for all dimensions. */
    val dimension: Int,
    /** How many problems (functions in a dimension) all optimizers ran on: nothing else counts here. */
    val problems: Int,
    /** The optimizers, the best average rank first. */
    val places: List<Place>,
    /** Whether the ranks differ at all. */
    val friedman: RankTest,
    /** Average ranks that differ by more than this differ significantly (Nemenyi, 5 %); NaN if unknown. */
    val criticalDifference: Decimal,
    /** Each optimizer against each other. */
    val duels: List<Duel>,
)

/** One optimizer among others. */
@JvmRecord
@Serializable
public data class Place(
    val optimizer: String,
    /** 1 is the best; optimizers that tie share their ranks. */
    val averageRank: Decimal,
    /** On how many problems nobody was better. */
    val best: Int,
    /** The rating by Glicko-2, its deviation and its volatility. */
    val rating: Decimal,
    val deviation: Decimal,
    val volatility: Decimal,
)

/** Friedman's test and what others made of it; NaN where there are too few problems or optimizers. */
@JvmRecord
@Serializable
public data class RankTest(
    /** Chi squared, corrected for ties, and its probability if all optimizers were alike. */
    val statistic: Decimal,
    val p: Decimal,
    /** The same without the correction. */
    val uncorrected: Decimal,
    val uncorrectedP: Decimal,
    /** F of Iman and Davenport, from the corrected statistic. */
    val imanDavenport: Decimal,
    val imanDavenportP: Decimal,
)

/** One optimizer against another over problems: by Mann and Whitney's test on each, by Wilcoxon's over all. */
@JvmRecord
@Serializable
public data class Duel(
    val first: String,
    val second: String,
    /** On how many problems the first was significantly better (Mann-Whitney, Holm over the standing, 5 %). */
    val wins: Int,
    /** On how many the second was. */
    val losses: Int,
    /** On how many neither was. */
    val undecided: Int,
    /** The mean over problems of Vargha and Delaney's A12: how probably a trial of the first is the better one. */
    val a12: Decimal,
    /** Wilcoxon's signed ranks of A12 − 1/2 over problems; NaN if there are none. */
    val p: Decimal,
    /** The same after Holm over all duels of the standing. */
    val adjustedP: Decimal,
)
