/*
 * The conversation with Benchwright for programs in C (docs/programs.md): include this file and
 * write an optimizer.
 *
 *     bw_problem problem = bw_begin("my-es", "1.0");
 *     while (bw_ask(&problem, points, count, values)) { ... }
 *
 * Numbers go as the hexadecimal digits of their bits: exact, and much cheaper than decimals.
 */
#ifndef BENCHWRIGHT_H
#define BENCHWRIGHT_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    int dimension;
    double *lower, *upper;  /* the box: dimension numbers each */
    long long budget;       /* evaluations that may be spent */
    uint64_t seed;          /* all chance must come from it */
} bw_problem;

/* ---- what follows is nobody's business but this file's ---- */

typedef struct {
    char *bytes;
    size_t size, start, end;
} bw_buffer;

static bw_buffer bw_input;
static bw_buffer bw_output;

static void bw_fail(const char *what) {
    fprintf(stderr, "benchwright.h: %s\n", what);
    exit(1);
}

static void bw_room(bw_buffer *buffer, size_t size) {
    if (buffer->size < size) {
        buffer->size = 2 * size;
        buffer->bytes = realloc(buffer->bytes, buffer->size);
        if (!buffer->bytes) bw_fail("no memory");
    }
}

static void bw_send(const char *bytes, size_t size) {
    while (size > 0) {
        ssize_t sent = write(STDOUT_FILENO, bytes, size);
        if (sent <= 0) bw_fail("nobody reads");
        bytes += sent;
        size -= (size_t) sent;
    }
}

/* The next line, without its end; NULL when there are no more. */
static char *bw_line(void) {
    bw_buffer *in = &bw_input;
    size_t seen = in->start;
    for (;;) {
        char *end = in->end > seen ? memchr(in->bytes + seen, '\n', in->end - seen) : NULL;
        if (end) {
            char *line = in->bytes + in->start;
            *end = 0;
            in->start = (size_t) (end - in->bytes) + 1;
            return line;
        }
        if (in->start > 0) {
            memmove(in->bytes, in->bytes + in->start, in->end - in->start);
            in->end -= in->start;
            in->start = 0;
        }
        seen = in->end;
        bw_room(in, in->end + (1 << 16));
        ssize_t more = read(STDIN_FILENO, in->bytes + in->end, in->size - in->end);
        if (more <= 0) return NULL;
        in->end += (size_t) more;
    }
}

static char *bw_hex(char *to, double value) {
    static const char digits[] = "0123456789abcdef";
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    for (int i = 15; i >= 0; i--) {
        to[i] = digits[bits & 15];
        bits >>= 4;
    }
    return to + 16;
}

static double bw_unhex(const char *from) {
    uint64_t bits = 0;
    for (int i = 0; i < 16; i++) {
        unsigned c = (unsigned char) from[i];
        bits = bits << 4 | ((c & 15) + (c >> 6) * 9);
    }
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* Where the value of a field begins. */
static char *bw_field(char *line, const char *name) {
    char *found = strstr(line, name);
    if (!found) bw_fail("a problem without all of its fields");
    return found + strlen(name);
}

static double *bw_numbers(char *from, int count) {
    double *numbers = malloc((size_t) count * sizeof *numbers);
    if (!numbers) bw_fail("no memory");
    for (int i = 0; i < count; i++) {
        numbers[i] = strtod(from, &from);
        from++;
    }
    return numbers;
}

/* ---- the two functions of an optimizer ---- */

/* Says hello and hears the problem. */
static bw_problem bw_begin(const char *name, const char *version) {
    char hello[512];
    int size = snprintf(hello, sizeof hello,
        "{\"hello\":{\"protocol\":1,\"name\":\"%s\",\"version\":\"%s\",\"numbers\":\"hexadecimal\"}}\n",
        name, version);
    bw_send(hello, (size_t) size);
    char *line = bw_line();
    if (!line) exit(0);
    bw_problem problem;
    problem.dimension = (int) strtol(bw_field(line, "\"dimension\":"), NULL, 10);
    problem.lower = bw_numbers(bw_field(line, "\"lower\":["), problem.dimension);
    problem.upper = bw_numbers(bw_field(line, "\"upper\":["), problem.dimension);
    problem.budget = strtoll(bw_field(line, "\"budget\":"), NULL, 10);
    problem.seed = strtoull(bw_field(line, "\"seed\":"), NULL, 10);
    return problem;
}

/*
 * Asks for the values of count points, which stand one behind the other. 1: they were told; 0: the
 * trial is over, its budget spent or its target reached.
 */
static int bw_ask(const bw_problem *problem, const double *points, int count, double *values) {
    bw_buffer *out = &bw_output;
    size_t coordinates = (size_t) count * (size_t) problem->dimension;
    bw_room(out, 16 + 3 * (size_t) count + 16 * coordinates);
    char *to = out->bytes;
    memcpy(to, "{\"ask\":[", 8);
    to += 8;
    for (int k = 0; k < count; k++) {
        *to++ = k ? ',' : ' ';
        *to++ = '"';
        for (int i = 0; i < problem->dimension; i++) to = bw_hex(to, *points++);
        *to++ = '"';
    }
    memcpy(to, "]}\n", 3);
    bw_send(out->bytes, (size_t) (to + 3 - out->bytes));
    char *line = bw_line();
    if (!line || strncmp(line, "{\"tell\":[\"", 10) != 0) return 0;
    for (int k = 0; k < count; k++) values[k] = bw_unhex(line + 10 + 19 * k);
    return 1;
}

#endif
