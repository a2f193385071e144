package benchwright.optimizer.adapter;

import benchwright.RandomSource;
import org.apache.commons.math3.random.RandomGenerator;

/** Our stream behind the generator interface of Commons Math. */
record CommonsRandom(RandomSource source) implements RandomGenerator {
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
    for (int i = 0; i < bytes.length; i++) {
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
