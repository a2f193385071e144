package benchwright.optimizer;

/**
 * Why a run of CMA-ES ended, by the names of Hansen, Benchmarking a BI-Population CMA-ES on the
 * BBOB-2009 Function Testbed (GECCO 2009).
 */
enum CmaStop {
  /** It goes on. */
  NONE,
  /** MaxIter: 100 + 50 (d + 3)² / √λ generations, or the evaluations that were granted. */
  MAX_ITER,
  /** TolHistFun: the best values of the last generations hardly differ. */
  TOL_HIST_FUN,
  /** EqualFunVals: too often the best points have the very same value. */
  EQUAL_FUN_VALS,
  /** TolX: every standard deviation and the path are tiny. */
  TOL_X,
  /** TolUpSigma: the step size grew beyond what the covariance matrix explains. */
  TOL_UP_SIGMA,
  /** Stagnation: neither best nor median values have become better for long. */
  STAGNATION,
  /** ConditionCov: the covariance matrix is all but singular. */
  CONDITION_COV,
  /** NoEffectAxis: a tenth of a deviation along an axis no longer changes the mean. */
  NO_EFFECT_AXIS,
  /** NoEffectCoor: a fifth of a deviation in a coordinate no longer changes it. */
  NO_EFFECT_COOR
}
