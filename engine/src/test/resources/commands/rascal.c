/* A program that does what a measured program may do, good or bad: what says its first argument. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static void nap(long millis) {
    struct timespec time = {millis / 1000, millis % 1000 * 1000000};
    nanosleep(&time, NULL);
}

/* Until this process has used so much of a processor. */
static void compute(long millis) {
    while (clock() < millis * (CLOCKS_PER_SEC / 1000)) {
    }
}

static void touch(size_t megabytes) {
    char *memory = mmap(NULL, megabytes << 20, PROT_READ | PROT_WRITE,
        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) exit(9);
    for (size_t i = 0; i < megabytes << 20; i += 4096) memory[i] = 1;
}

static void flood(long megabytes, char with) {
    static char bytes[1 << 20];
    memset(bytes, with, sizeof bytes);
    for (long i = 0; i < megabytes; i++) {
        for (size_t sent = 0; sent < sizeof bytes;) {
            ssize_t more = write(1, bytes + sent, sizeof bytes - sent);
            if (more < 0) exit(8);
            sent += (size_t) more;
        }
    }
}

static void forever(void) {
    for (;;) nap(1000);
}

static void deaf(void) {
    int signals[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
    for (int i = 0; i < 4; i++) signal(signals[i], SIG_IGN);
}

int main(int count, char **words) {
    const char *what = count > 1 ? words[1] : "";
    long much = count > 2 ? strtol(words[2], NULL, 10) : 0;
    if (!strcmp(what, "nothing")) return 0;
    if (!strcmp(what, "exit")) {
        fprintf(stderr, "first\nout of luck\n");
        return (int) much;
    }
    if (!strcmp(what, "compute")) compute(much);
    if (!strcmp(what, "touch")) touch((size_t) much);
    if (!strcmp(what, "flood")) flood(much, '7');
    if (!strcmp(what, "raise")) raise((int) much);
    if (!strcmp(what, "echo")) {
        for (int i = 2; i < count; i++) printf("%s ", words[i]);
    }
    if (!strcmp(what, "say")) {
        printf("{\"stage\": \"load\", \"seconds\": 0.25}\nloss 0.5 after 3 rounds\n"
            "{\"metric\": \"images\", \"value\": 4.5, \"unit\": \"1/s\"}\n"
            "{\"stage\": \"load\", \"seconds\": 0.5}\n"
            "{\"metric\": \"images\", \"value\": \"many\", \"unit\": \"7/s\"}\n"
            "{\"metric\": \"last\", \"value\": 1e3, \"unit\": \"\"}");
    }
    if (!strcmp(what, "input")) printf("%zd", read(0, words[0], 1));
    if (!strcmp(what, "held-to")) {
        cpu_set_t set;
        sched_getaffinity(0, sizeof set, &set);
        printf("%d %d %d", getsid(0) == getpid(), getpriority(PRIO_PROCESS, 0), CPU_COUNT(&set));
    }
    if (!strcmp(what, "environment")) {
        FILE *file = fopen("environment.txt", "a");
        for (char **variable = environ; *variable; variable++) fprintf(file, "%s\n", *variable);
        fclose(file);
    }
    if (!strcmp(what, "write")) {
        FILE *file = fopen("results.txt", "w");
        fprintf(file, "1.5\t-2.5e3\n");
        fclose(file);
        printf("42\n");
    }
    if (!strcmp(what, "await")) {
        for (int i = 0; i < 10000 && access("go", F_OK); i++) nap(5);
    }
    /* Three children, of which one is large, and each computes. */
    if (!strcmp(what, "family")) {
        for (int i = 0; i < 3; i++) {
            if (!fork()) {
                if (i == 1) touch(100);
                compute(much);
                _exit(0);
            }
        }
        while (wait(NULL) > 0) {
        }
    }
    if (!strcmp(what, "hang")) forever();
    /* A child in a session of its own, without parent, that nothing but SIGKILL ends. */
    if (!strcmp(what, "leave") || !strcmp(what, "leave-and-hang")) {
        deaf();
        if (!fork()) {
            setsid();
            if (!fork()) forever();
            _exit(0);
        }
        while (wait(NULL) > 0) {
        }
        printf("1\n");
        fflush(stdout);
        if (!strcmp(what, "leave-and-hang")) forever();
    }
    return 0;
}
