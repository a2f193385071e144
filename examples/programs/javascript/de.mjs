// Differential evolution, DE/rand/1/bin (Storn and Price, 1997), for node: nothing to install.
//
// A program that Benchwright can compare: it asks for values on its standard output and is told
// them on its standard input, one JSON object a line (docs/programs.md).

import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const say = (message) => process.stdout.write(JSON.stringify(message) + '\n');

async function hear() {
  const { value, done } = await lines.next();
  return done ? { done: 'nobody is there' } : JSON.parse(value);
}

/** The values of all points, or null when the trial is over. */
async function ask(points) {
  say({ ask: points });
  const { tell } = await hear();
  // A value may be "NaN" or "Infinity", for which JSON has no number. NaN is worse than any number.
  return tell ? tell.map(Number).map((value) => (Number.isNaN(value) ? Infinity : value)) : null;
}

/** Uniform numbers from a seed: mulberry32, of which two make one number with 53 bits. */
function generator(seed) {
  let state = (seed ^ Math.floor(seed / 2 ** 32)) >>> 0;
  const bits = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53;
}

const WEIGHT = 0.5;
const CROSSOVER = 0.9;

async function main() {
  say({ hello: { protocol: 1, name: 'javascript-de', version: '1.0' } });
  const { problem } = await hear();
  const { dimension, lower, upper } = problem;
  const random = generator(problem.seed); // all chance comes from the seed
  const below = (n) => Math.floor(random() * n);
  const size = Math.max(4, 5 * dimension);

  const uniform = () => lower.map((low, j) => low + random() * (upper[j] - low));
  const population = Array.from({ length: size }, uniform);
  let values = await ask(population);

  while (values) {
    // All trial points of a generation are asked for at once: that is much faster than one by one.
    const trials = population.map((parent, i) => {
      const others = [];
      while (others.length < 3) {
        const k = below(size);
        if (k !== i && !others.includes(k)) others.push(k);
      }
      const [a, b, c] = others.map((k) => population[k]);
      const forced = below(dimension);
      return parent.map((x, j) => {
        if (j !== forced && random() >= CROSSOVER) return x;
        const y = a[j] + WEIGHT * (b[j] - c[j]);
        // What leaves the box goes half the way from the parent to the wall.
        return y < lower[j] ? (x + lower[j]) / 2 : y > upper[j] ? (x + upper[j]) / 2 : y;
      });
    });
    const told = await ask(trials);
    if (!told) return;
    told.forEach((value, i) => {
      if (value <= values[i]) {
        population[i] = trials[i];
        values[i] = value;
      }
    });
  }
}

await main();
process.exit(0);
