// Manta Ray Foraging (Zhao, Zhang and Wang, 2020) on a shifted Rosenbrock function: the same search,
// draw by draw and bit by bit, as in mrfo.c, Mrfo.java and mrfo.py. For node: nothing to install.
//
//     node mrfo.mjs --size 1000
//
// --size is the number of iterations.

const DIMENSION = 10;
const POPULATION = 30;
const SOMERSAULT = 2;
const LOWER = -5;
const WIDTH = 10;

let state = 20201120;
let evaluations = 0;

/** mulberry32: 32 bits of chance. */
function uniform() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

// Functions of our own: those of the languages differ in their last bits.

/** e^x, 0 <= x <= 1 */
function exponential(x) {
  let sum = 1;
  for (let k = 16; k > 0; k--) sum = 1 + (x * sum) / k;
  return sum;
}

/** sin(2 pi r), 0 <= r < 1 */
function sineOfTurns(r) {
  const x = 6.283185307179586 * (0.5 - r);
  const square = x * x;
  let sum = 1;
  for (let k = 26; k > 0; k -= 2) sum = 1 - (square * sum) / (k * (k + 1));
  return x * sum;
}

/** -ln(x), 0 < x <= 1 */
function minusLogarithm(x) {
  let halvings = 0;
  while (x < 0.5) {
    x *= 2;
    halvings++;
  }
  const s = (1 - x) / (1 + x);
  const square = s * s;
  let sum = 0;
  for (let k = 29; k > 0; k -= 2) sum = sum * square + 1 / k;
  return halvings * 0.6931471805599453 + 2 * s * sum;
}

function rosenbrock(x) {
  evaluations++;
  let sum = 0;
  let z = x[0] + 1;
  for (let j = 1; j < DIMENSION; j++) {
    const next = x[j] - ((j % 3) - 1);
    const a = z * z - next;
    const b = z - 1;
    sum += 100 * a * a + b * b;
    z = next;
  }
  return sum;
}

const coordinates = () => new Float64Array(DIMENSION);
const rays = () => Array.from({ length: POPULATION }, coordinates);

const points = rays();
const candidates = rays();
const values = new Float64Array(POPULATION);
const reference = coordinates();
const best = coordinates();
let bestValue = 0;

function draw(x) {
  for (let j = 0; j < DIMENSION; j++) x[j] = LOWER + WIDTH * uniform();
}

/** What has left the box is drawn anew in it. */
function repair(y) {
  for (let j = 0; j < DIMENSION; j++) {
    if (!(y[j] >= LOWER && y[j] <= LOWER + WIDTH)) y[j] = LOWER + WIDTH * uniform();
  }
}

function cyclone(i, t, iterations) {
  const r = uniform();
  const beta = 2 * exponential((r * (iterations - t + 1)) / iterations) * sineOfTurns(r);
  reference.set(best);
  if (t / iterations <= uniform()) draw(reference);
  const before = i === 0 ? reference : points[i - 1];
  for (let j = 0; j < DIMENSION; j++) {
    const x = points[i][j];
    const at = reference[j];
    candidates[i][j] = at + uniform() * (before[j] - x) + beta * (at - x);
  }
}

function chain(i) {
  const before = i === 0 ? best : points[i - 1];
  for (let j = 0; j < DIMENSION; j++) {
    const x = points[i][j];
    const r = uniform();
    const a = uniform();
    const alpha = 2 * a * Math.sqrt(minusLogarithm(1 - uniform()));
    candidates[i][j] = x + r * (before[j] - x) + alpha * (best[j] - x);
  }
}

function somersault(i) {
  const r2 = uniform();
  const r3 = uniform();
  for (let j = 0; j < DIMENSION; j++) {
    const x = points[i][j];
    candidates[i][j] = x + SOMERSAULT * (r2 * best[j] - r3 * x);
  }
}

function keepBetter() {
  for (let i = 0; i < POPULATION; i++) {
    const value = rosenbrock(candidates[i]);
    if (value < values[i]) {
      values[i] = value;
      points[i].set(candidates[i]);
    }
  }
}

function updateBest() {
  for (let i = 0; i < POPULATION; i++) {
    if (values[i] < bestValue) {
      bestValue = values[i];
      best.set(points[i]);
    }
  }
}

function begin() {
  for (let i = 0; i < POPULATION; i++) {
    draw(points[i]);
    values[i] = rosenbrock(points[i]);
  }
  bestValue = values[0];
  best.set(points[0]);
  updateBest();
}

function search(iterations) {
  for (let t = 1; t <= iterations; t++) {
    for (let i = 0; i < POPULATION; i++) {
      if (uniform() < 0.5) cyclone(i, t, iterations);
      else chain(i);
      repair(candidates[i]);
    }
    keepBetter();
    for (let i = 0; i < POPULATION; i++) {
      somersault(i);
      repair(candidates[i]);
    }
    keepBetter();
    updateBest();
  }
}

const [flag, size] = process.argv.slice(2);
const iterations = flag === '--size' ? Number(size) : 0;
if (!(Number.isInteger(iterations) && iterations > 0)) {
  console.error('usage: mrfo.mjs --size ITERATIONS');
  process.exit(2);
}
const began = performance.now();
begin();
const ready = performance.now();
search(iterations);
const ended = performance.now();
const say = (message) => console.log(JSON.stringify(message));
say({ stage: 'set-up', seconds: (ready - began) / 1e3 });
say({ stage: 'search', seconds: (ended - ready) / 1e3 });
say({ metric: 'evaluations', value: evaluations / ((ended - began) / 1e3), unit: '1/s' });
console.log('best', bestValue, 'at', ...best);
