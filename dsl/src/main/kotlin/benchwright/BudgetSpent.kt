package benchwright

/** Ends a trial whose budget is spent or whose target is reached; an optimizer lets it pass. */
public class BudgetSpent :
    RuntimeException(
        "the trial is over: its budget is spent or its target reached",
        null,
        false,
        false,
    )
