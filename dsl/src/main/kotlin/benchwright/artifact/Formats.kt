package benchwright.artifact

/** The formats of our files: the ids of their schemas and their version. */
public object Formats {
    /** What this version writes; files of all versions up to it can be read. */
    public const val VERSION: Int = 1

    public const val MANIFEST: String = "urn:benchwright:schema:run-manifest:1"
    public const val HISTORIES: String = "urn:benchwright:schema:run-artifact:1"
    public const val SUMMARY: String = "urn:benchwright:schema:benchmark-data:1"
    public const val TIMINGS: String = "urn:benchwright:schema:timing-artifact:1"
    public const val NOISE: String = "urn:benchwright:schema:noise-floor:1"
    public const val DIAGNOSIS: String = "urn:benchwright:schema:diagnosis:1"
    public const val SUITE: String = "urn:benchwright:schema:suite:1"
    public const val PLAN: String = "urn:benchwright:schema:plan:1"
    public const val LOG: String = "urn:benchwright:schema:log:1"
    public const val PROGRAM_MESSAGE: String = "urn:benchwright:schema:program-message:1"
    public const val PROBLEMS: String = "urn:benchwright:schema:problems:1"
    public const val REPORT: String = "urn:benchwright:schema:report:1"
    public const val COMPARISON: String = "urn:benchwright:schema:comparison:1"
    public const val BASELINE: String = "urn:benchwright:schema:baseline:1"
    public const val PAIRS: String = "urn:benchwright:schema:pairs:1"
    public const val TREND: String = "urn:benchwright:schema:trend:1"
    public const val KNOWN_CHANGES: String = "urn:benchwright:schema:known-changes:1"
}
