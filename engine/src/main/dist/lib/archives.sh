# Read by bin/bench when there are no class-data archives for this Java and this build: makes them with
# one run of the shipped quick suite. Sets archives to the empty text when there are none to be used.
#
# Given: home, java_home, cache, archives, key, class_path, say, and the command line as "$@".

# The command line begins with options for Java; what the user typed follows the main class.
wanted=no
typed=no
for word in "$@"; do
  if [ $typed = yes ]; then
    case $word in *.bench.kts | run | check | plan) wanted=yes ;; esac
    break
  fi
  [ "$word" != benchwright.cli.Main ] || typed=yes
done
# A machine of continuous integration forgets its cache: making the archives would cost more than it saves.
[ -z "${CI:-}" ] || [ "${BENCH_ARCHIVE:-}" = on ] || wanted=no
[ -f "$home/suites/quick.bench.kts" ] || wanted=no

fresh=$cache/archives/.new-$$
if [ $wanted = yes ] && mkdir -p "$fresh" 2>/dev/null; then
  say "making class-data archives for this Java (once; some seconds; BENCH_ARCHIVE=off does without)..."
  trap 'rm -rf "$fresh"; exit 130' HUP INT TERM
  # The process that compiles is a child of the main process and gets its option from the environment;
  # the main process's own option stands on its command line and wins there. The main process interprets:
  # an archive also keeps how far the JIT had come with a method, and methods that were hot when it was
  # written start slower from it than from their jar (docs/decisions/0030).
  BENCH_CACHE=$fresh/cache JDK_JAVA_OPTIONS="-XX:ArchiveClassesAtExit=\"$fresh/compiler.jsa\"" \
    "$java_home/bin/java" -XX:ArchiveClassesAtExit="$fresh/main.jsa" -XX:CompileThresholdScaling=1000 \
    -Xlog:disable -XX:-UsePerfData -XX:+UseSerialGC \
    -Dbenchwright.home="$home" -cp "$class_path" benchwright.cli.Main \
    run "$home/suites/quick.bench.kts" --dim 2 --instance 1 --seed 1 --budget 200 \
    --output-dir "$fresh/results" >"$fresh/log" 2>&1 </dev/null
  rm -rf "$fresh/cache" "$fresh/results"
  # Also after a failure: what cannot be made is not tried again at every start.
  printf '%s\n' "$key" >"$fresh/made-for"
  rm -rf "$archives"
  mv "$fresh" "$archives" || rm -rf "$fresh"
  trap - HUP INT TERM
  made_for=
  { IFS= read -r made_for <"$archives/made-for"; } 2>/dev/null
fi
[ "$made_for" = "$key" ] || archives=
