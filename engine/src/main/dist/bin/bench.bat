@echo off
rem Starts Benchwright on Windows: finds Java 17 or newer, then runs it.
rem JAVA_HOME: the Java to use (else the one on the PATH). BENCH_JAVA_OPTS: more options for it.
rem BENCH_CACHE: where compiled suites and the class-data archive are kept. BENCH_ARCHIVE=off: no archive.
setlocal

for %%i in ("%~dp0..") do set "BENCH_HOME=%%~fi"

if defined JAVA_HOME (
  set "JAVA_DIR=%JAVA_HOME%"
) else (
  for %%i in (java.exe) do set "JAVA_FOUND=%%~$PATH:i"
)
if not defined JAVA_HOME (
  if not defined JAVA_FOUND goto no_java
  for %%i in ("%JAVA_FOUND%\..\..") do set "JAVA_DIR=%%~fi"
)
if defined JAVA_HOME (set "JAVA_EXE=%JAVA_HOME%\bin\java.exe") else (set "JAVA_EXE=%JAVA_FOUND%")
if not exist "%JAVA_EXE%" goto no_java

rem The version stands in the file release, so that no Java starts only to be asked.
set "JAVA_MAJOR=17"
if exist "%JAVA_DIR%\release" (
  for /f "tokens=2 delims==." %%v in ('findstr /b /c:"JAVA_VERSION=" "%JAVA_DIR%\release"') do set "JAVA_MAJOR=%%~v"
)
set "JAVA_MAJOR=%JAVA_MAJOR:"=%"
if %JAVA_MAJOR% LSS 17 goto old_java

set "JAVA_FLAGS=-XX:+UseSerialGC"
if defined BENCH_JAVA_OPTS if not "%BENCH_JAVA_OPTS:GC=%"=="%BENCH_JAVA_OPTS%" set "JAVA_FLAGS="
if %JAVA_MAJOR% GEQ 24 set "JAVA_FLAGS=%JAVA_FLAGS% --enable-native-access=ALL-UNNAMED"

rem From JDK 19 on Java makes, checks and renews its archive by itself, when a run ends.
if not defined BENCH_CACHE set "BENCH_CACHE=%LOCALAPPDATA%\benchwright"
set "ARCHIVE="
if /i "%BENCH_ARCHIVE%"=="off" goto start
if %JAVA_MAJOR% LSS 19 goto start
if not exist "%BENCH_CACHE%\archives" mkdir "%BENCH_CACHE%\archives" 2>nul
if exist "%BENCH_CACHE%\archives" set "ARCHIVE=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%BENCH_CACHE%\archives\main-%JAVA_MAJOR%.jsa""

:start
"%JAVA_EXE%" -Xlog:disable -XX:-UsePerfData -XX:-OmitStackTraceInFastThrow -Xshare:auto %JAVA_FLAGS% %ARCHIVE% %BENCH_JAVA_OPTS% ^
  "-Dbenchwright.home=%BENCH_HOME%" -cp "%BENCH_HOME%\lib\*" benchwright.cli.Main %*
exit /b %ERRORLEVEL%

:no_java
echo bench: there is no Java: install a JDK 17 or newer and set JAVA_HOME to it, or put it on the PATH. 1>&2
exit /b 2

:old_java
echo bench: Java %JAVA_MAJOR% in %JAVA_DIR% is too old: Benchwright needs 17 or newer. Set JAVA_HOME. 1>&2
exit /b 2
