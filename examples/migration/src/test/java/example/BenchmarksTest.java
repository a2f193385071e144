package example;

import benchwright.junit.BenchmarkSuites;

@BenchmarkSuites("src/test/suites")
class BenchmarksTest {}
