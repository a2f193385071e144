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

# dump NAME CLASS_PATH: NAME.jsa from NAME.lst. A lambda that two threads linked at once stands in the list twice,
# and JDK 17 crashes on that; should it crash on another one, the archive is made without any.
dump() {
  awk '!seen[$0]++' "$fresh/$1.lst" >"$fresh/$1.once"
  grep -v '^@lambda-proxy' "$fresh/$1.once" >"$fresh/$1.plain"
  for list in "$fresh/$1.once" "$fresh/$1.plain"; do
    "$java_home/bin/java" -Xshare:dump -XX:SharedClassListFile="$list" -XX:SharedArchiveFile="$fresh/$1.jsa" \
      -Xlog:disable -XX:ErrorFile="$fresh/crash" -cp "$2" >>"$fresh/log" 2>&1 </dev/null && return
    rm -f "$fresh/$1.jsa"
  done
}

fresh=$cache/archives/.new-$$
if [ $wanted = yes ] && mkdir -p "$fresh" 2>/dev/null; then
  say "making class-data archives for this Java (once; some seconds; BENCH_ARCHIVE=off does without)..."
  trap 'rm -rf "$fresh"; exit 130' HUP INT TERM
  # First the lists: which classes a run loads, and which the process that compiles its suite. That one is a
  # child and gets its option from the environment; the main process's own option stands on its command line.
  BENCH_CACHE=$fresh/cache JDK_JAVA_OPTIONS="-XX:DumpLoadedClassList=\"$fresh/compiler.lst\"" \
    "$java_home/bin/java" -XX:DumpLoadedClassList="$fresh/main.lst" -Xlog:disable -XX:ErrorFile="$fresh/crash" \
    -Dbenchwright.home="$home" -cp "$class_path" benchwright.cli.Main \
    run "$home/suites/quick.bench.kts" --dim 2 --instance 1 --seed 1 \
    --output-dir "$fresh/results" >"$fresh/log" 2>&1 </dev/null
  # Then the archives, each by a JVM that runs nothing, both at once. The class path is that of CompilerSetup.
  compiler_class_path=$(
    LC_ALL=C
    for jar in "$home"/lib/benchwright-*.jar "$home"/lib/kotlin*.jar "$home"/lib/compiler/*.jar; do
      printf '%s:' "$jar"
    done
  )
  dump compiler "${compiler_class_path%:}" &
  dump main "$class_path"
  wait
  rm -rf "$fresh/cache" "$fresh/results" "$fresh"/*.lst "$fresh"/*.once "$fresh"/*.plain
  # Also after a failure: what cannot be made is not tried again at every start.
  printf '%s\n' "$key" >"$fresh/made-for"
  rm -rf "$archives"
  mv "$fresh" "$archives" || rm -rf "$fresh"
  trap - HUP INT TERM
  made_for=
  { IFS= read -r made_for <"$archives/made-for"; } 2>/dev/null
fi
[ "$made_for" = "$key" ] || archives=
