package benchwright.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * On a class of its own: suites that run as tests, wherever tests are found by their classes, as
 * Maven, Gradle and IDEs do.
 *
 * <pre>{@code
 * @BenchmarkSuites("src/test/suites")
 * class BenchmarksTest {}
 * }</pre>
 */
@Testable
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BenchmarkSuites {
  /**
   * Scripts, and folders in which every {@code .bench.kts} is meant, however deep; relative to the
   * directory in which the tests run. Without any, those of the configuration parameter {@code
   * benchwright.suites}.
   */
  String[] value() default {};
}
