/*
 * Manta Ray Foraging (Zhao, Zhang and Wang, 2020) on a shifted Rosenbrock function: the same
 * search, draw by draw and bit by bit, as in Mrfo.java, mrfo.py and mrfo.mjs.
 *
 *     gcc -O3 -ffp-contract=off -o mrfo mrfo.c && ./mrfo --size 1000
 *
 * --size is the number of iterations. Products and sums must not be fused: the others do not.
 */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DIMENSION 10
#define POPULATION 30
#define SOMERSAULT 2.0
#define LOWER (-5.0)
#define WIDTH 10.0

typedef double point[DIMENSION];

static point points[POPULATION], candidates[POPULATION], best;
static double values[POPULATION], best_value;
static uint32_t state = 20201120;
static long evaluations;

/* mulberry32: 32 bits of chance, with the arithmetic that JavaScript has too. */
static double uniform(void) {
    state += 0x6d2b79f5u;
    uint32_t t = (state ^ (state >> 15)) * (state | 1);
    t ^= t + (t ^ (t >> 7)) * (t | 61);
    return (t ^ (t >> 14)) / 4294967296.0;
}

/* Functions of our own: those of the languages differ in their last bits. e^x, 0 <= x <= 1. */
static double exponential(double x) {
    double sum = 1;
    for (int k = 16; k > 0; k--) sum = 1 + x * sum / k;
    return sum;
}

/* sin(2 pi r), 0 <= r < 1 */
static double sine_of_turns(double r) {
    double x = 6.283185307179586 * (0.5 - r), square = x * x, sum = 1;
    for (int k = 26; k > 0; k -= 2) sum = 1 - square * sum / (k * (k + 1));
    return x * sum;
}

/* -ln(x), 0 < x <= 1 */
static double minus_logarithm(double x) {
    double halvings = 0;
    while (x < 0.5) {
        x *= 2;
        halvings++;
    }
    double s = (1 - x) / (1 + x), square = s * s, sum = 0;
    for (int k = 29; k > 0; k -= 2) sum = sum * square + 1.0 / k;
    return halvings * 0.6931471805599453 + 2 * s * sum;
}

static double rosenbrock(const double *x) {
    double sum = 0, z = x[0] + 1;
    for (int j = 1; j < DIMENSION; j++) {
        double next = x[j] - (j % 3 - 1), a = z * z - next, b = z - 1;
        sum += 100 * a * a + b * b;
        z = next;
    }
    evaluations++;
    return sum;
}

static void draw(double *x) {
    for (int j = 0; j < DIMENSION; j++) x[j] = LOWER + WIDTH * uniform();
}

/* What has left the box is drawn anew in it. */
static void repair(double *y) {
    for (int j = 0; j < DIMENSION; j++) {
        if (!(y[j] >= LOWER && y[j] <= LOWER + WIDTH)) y[j] = LOWER + WIDTH * uniform();
    }
}

static void cyclone(int i, double t, double iterations) {
    double r = uniform();
    double beta = 2 * exponential(r * (iterations - t + 1) / iterations) * sine_of_turns(r);
    point reference;
    memcpy(reference, best, sizeof reference);
    if (t / iterations <= uniform()) draw(reference);
    const double *before = i == 0 ? reference : points[i - 1];
    for (int j = 0; j < DIMENSION; j++) {
        double x = points[i][j], at = reference[j];
        candidates[i][j] = at + uniform() * (before[j] - x) + beta * (at - x);
    }
}

static void chain(int i) {
    const double *before = i == 0 ? best : points[i - 1];
    for (int j = 0; j < DIMENSION; j++) {
        double x = points[i][j], r = uniform(), a = uniform();
        double alpha = 2 * a * sqrt(minus_logarithm(1 - uniform()));
        candidates[i][j] = x + r * (before[j] - x) + alpha * (best[j] - x);
    }
}

static void somersault(int i) {
    double r2 = uniform(), r3 = uniform();
    for (int j = 0; j < DIMENSION; j++) {
        double x = points[i][j];
        candidates[i][j] = x + SOMERSAULT * (r2 * best[j] - r3 * x);
    }
}

static void keep_better(void) {
    for (int i = 0; i < POPULATION; i++) {
        double value = rosenbrock(candidates[i]);
        if (value < values[i]) {
            values[i] = value;
            memcpy(points[i], candidates[i], sizeof points[i]);
        }
    }
}

static void update_best(void) {
    for (int i = 0; i < POPULATION; i++) {
        if (values[i] < best_value) {
            best_value = values[i];
            memcpy(best, points[i], sizeof best);
        }
    }
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

int main(int count, char **words) {
    long iterations = count == 3 && !strcmp(words[1], "--size") ? strtol(words[2], NULL, 10) : 0;
    if (iterations < 1) {
        fprintf(stderr, "usage: %s --size ITERATIONS\n", words[0]);
        return 2;
    }
    double began = now();
    for (int i = 0; i < POPULATION; i++) {
        draw(points[i]);
        values[i] = rosenbrock(points[i]);
    }
    best_value = values[0];
    memcpy(best, points[0], sizeof best);
    update_best();
    double ready = now();
    for (long t = 1; t <= iterations; t++) {
        for (int i = 0; i < POPULATION; i++) {
            if (uniform() < 0.5) cyclone(i, (double) t, (double) iterations);
            else chain(i);
            repair(candidates[i]);
        }
        keep_better();
        for (int i = 0; i < POPULATION; i++) {
            somersault(i);
            repair(candidates[i]);
        }
        keep_better();
        update_best();
    }
    double ended = now();
    printf("{\"stage\": \"set-up\", \"seconds\": %.9f}\n", ready - began);
    printf("{\"stage\": \"search\", \"seconds\": %.9f}\n", ended - ready);
    printf("{\"metric\": \"evaluations\", \"value\": %.1f, \"unit\": \"1/s\"}\n",
        (double) evaluations / (ended - began));
    printf("best %.17g at", best_value);
    for (int j = 0; j < DIMENSION; j++) printf(" %.17g", best[j]);
    printf("\n");
    return 0;
}
