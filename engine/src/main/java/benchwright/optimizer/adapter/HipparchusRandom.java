package benchwright.optimizer.adapter;

import benchwright.RandomSource;
import org.hipparchus.random.RandomGenerator;

/** Our stream behind the generator interface of Hipparchus. */
record HipparchusRandom(RandomSource source) implements RandomGenerator {
  @Override
  public void setSeed(int seed) {
    throw seeded();
  }

  @Override
  public void setSeed(int[] seed) {
    throw seeded();
  }

  @Override
  public void setSeed(long seed) {
    throw seeded();
  }

  private static UnsupportedOperationException seeded() {
    return new UnsupportedOperationException(
        "the stream belongs to the trial and cannot be seeded");
  }

  @Override
  public void nextBytes(byte[] bytes) {
    nextBytes(bytes, 0, bytes.length);
  }

  @Override
  public void nextBytes(byte[] bytes, int start, int length) {
    for (int i = start; i < start + length; i++) {
      bytes[i] = (byte) (source.nextLong() >>> 56);
    }
  }

  @Override
  public int nextInt() {
    return (int) (source.nextLong() >>> 32);
  }

  @Override
  public int nextInt(int n) {
    return source.nextInt(n);
  }

  @Override
  public long nextLong() {
    return source.nextLong();
  }

  @Override
  public long nextLong(long n) {
    if (n <= 0) {
      throw new IllegalArgumentException("a bound must be positive; got " + n);
    }
    while (true) {
      long bits = source.nextLong() >>> 1;
      long value = bits % n;
      if (bits - value + (n - 1) >= 0) {
        return value;
      }
    }
  }

  @Override
  public boolean nextBoolean() {
    return source.nextLong() < 0;
  }

  @Override
  public float nextFloat() {
    return (source.nextLong() >>> 40) * 0x1.0p-24f;
  }

  @Override
  public double nextDouble() {
    return source.nextDouble();
  }

  @Override
  public double nextGaussian() {
    return source.nextGaussian();
  }
}
