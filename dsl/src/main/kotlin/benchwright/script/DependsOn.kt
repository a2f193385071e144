package benchwright.script

/**
 * Names libraries that a suite needs, by their Maven coordinates `group:artifact:version`. They are resolved as Maven
 * itself resolves them for this user, and only the suite's script sees them.
 *
 * ```
 * @file:DependsOn("org.hipparchus:hipparchus-optim:4.0")
 * ```
 */
@Target(AnnotationTarget.FILE)
@Retention(AnnotationRetention.SOURCE)
@Repeatable
public annotation class DependsOn(
    /** Coordinates, each `group:artifact:version`. */
    vararg val coordinates: String,
)
