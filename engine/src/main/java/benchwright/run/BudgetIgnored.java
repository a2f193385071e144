package benchwright.run;

/** Leaves an optimizer that swallows {@link benchwright.BudgetSpent} and goes on without end. */
final class BudgetIgnored extends Error {
  BudgetIgnored(long refused) {
    super(
        "the optimizer goes on after the end of its trial: "
            + refused
            + " further evaluations were refused",
        null,
        false,
        false);
  }
}
