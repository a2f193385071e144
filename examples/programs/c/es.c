/*
 * A (mu/mu, lambda) evolution strategy with one step size that adapts itself (Schwefel; Beyer and
 * Schwefel, Evolution strategies: a comprehensive introduction, 2002): lambda children of the mean
 * of the best mu, each with a step size of its own, all asked for at once. It begins anew when its
 * steps lead nowhere any more.
 *
 *     gcc -O3 -std=c11 -o es es.c -lm
 */
#include "benchwright.h"

#include <float.h>
#include <math.h>

/* xorshift64* by Vigna: small, and the same on every machine. */
static uint64_t state;

static uint64_t next_bits(void) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * 0x2545F4914F6CDD1DULL;
}

static double uniform(void) {
    return (double) (next_bits() >> 11) * 0x1p-53;
}

/* Standard normal, by the polar method; the second number of a pair is not kept. */
static double normal(void) {
    for (;;) {
        double u = 2 * uniform() - 1, v = 2 * uniform() - 1, s = u * u + v * v;
        if (s > 0 && s < 1) return u * sqrt(-2 * log(s) / s);
    }
}

typedef struct {
    double value, step;
    const double *point;
} child;

/* NaN is worse than any number. */
static int better(const void *one, const void *other) {
    double a = ((const child *) one)->value, b = ((const child *) other)->value;
    if (isnan(a) || isnan(b)) return isnan(a) - isnan(b);
    return (a > b) - (a < b);
}

int main(void) {
    bw_problem problem = bw_begin("c-es", "1.0");
    int d = problem.dimension;
    int lambda = 4 * (1 + d / 2) + 4, mu = lambda / 4;
    double learning = 1 / sqrt(2.0 * d);
    double *mean = malloc((size_t) d * sizeof *mean);
    double *points = malloc((size_t) (lambda * d) * sizeof *points);
    double *values = malloc((size_t) lambda * sizeof *values);
    child *children = malloc((size_t) lambda * sizeof *children);
    if (!mean || !points || !values || !children) return 1;
    state = problem.seed ^ 0x9E3779B97F4A7C15ULL;
    if (state == 0) state = 1;

    for (;;) {
        double widest = 0;
        for (int i = 0; i < d; i++) {
            double width = problem.upper[i] - problem.lower[i];
            mean[i] = problem.lower[i] + uniform() * width;
            widest = fmax(widest, width);
        }
        double step = widest / 4;
        while (step > 1e-11 * widest) {
            for (int k = 0; k < lambda; k++) {
                double *point = points + k * d;
                double own = fmin(step * exp(learning * normal()), widest);
                for (int i = 0; i < d; i++) {
                    point[i] = fmin(fmax(mean[i] + own * normal(), problem.lower[i]),
                        problem.upper[i]);
                }
                children[k] = (child) {.step = own, .point = point};
            }
            if (!bw_ask(&problem, points, lambda, values)) return 0;
            for (int k = 0; k < lambda; k++) children[k].value = values[k];
            qsort(children, (size_t) lambda, sizeof *children, better);
            memset(mean, 0, (size_t) d * sizeof *mean);
            double logs = 0;
            for (int k = 0; k < mu; k++) {
                for (int i = 0; i < d; i++) mean[i] += children[k].point[i] / mu;
                logs += log(children[k].step) / mu;
            }
            step = exp(logs);
        }
    }
}
