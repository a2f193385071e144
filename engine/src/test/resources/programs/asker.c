/*
 * Asks for the same points again and again until the trial is over: what a question costs, and
 * little else. Arguments: points in a question; decimal or hexadecimal.
 */
#include "benchwright.h"

/* Seventeen digits for each coordinate, as most programs would write them. */
static size_t decimals(char *to, const bw_problem *problem, const double *points, int count) {
    char *at = to + sprintf(to, "{\"ask\":[");
    for (int k = 0; k < count; k++) {
        for (int i = 0; i < problem->dimension; i++) {
            at += sprintf(at, "%s%.17g", i ? "," : k ? ",[" : "[", points[k * problem->dimension + i]);
        }
        *at++ = ']';
    }
    return (size_t) (at + sprintf(at, "]}\n") - to);
}

int main(int argc, char **argv) {
    int count = argc > 1 ? atoi(argv[1]) : 1;
    bw_problem problem;
    char *line = NULL;
    if (argc > 2 && strcmp(argv[2], "decimal") == 0) {
        static const char hello[] =
            "{\"hello\":{\"protocol\":1,\"name\":\"asker\",\"version\":\"1\"}}\n";
        bw_send(hello, sizeof hello - 1);
        line = bw_line();
        problem.dimension = (int) strtol(bw_field(line, "\"dimension\":"), NULL, 10);
    } else {
        problem = bw_begin("asker", "1");
    }
    int coordinates = count * problem.dimension;
    double *points = malloc((size_t) coordinates * sizeof *points);
    double *values = malloc((size_t) count * sizeof *values);
    for (int i = 0; i < coordinates; i++) points[i] = 1 + (i * 37 % 101) / 317.0;
    if (!line) {
        while (bw_ask(&problem, points, count, values)) { }
        return 0;
    }
    char *question = malloc(64 + 28 * (size_t) coordinates);
    size_t size = decimals(question, &problem, points, count);
    do {
        bw_send(question, size);
        line = bw_line();
    } while (line && strncmp(line, "{\"tell\"", 7) == 0);
    return 0;
}
