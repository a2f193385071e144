fun seed(): Long {
    val start = 1L
    return start + System.currentTimeMillis()
}

functions(sphere)
dimensions(2)
seeds(seed())
budget(10.perDimension)
optimizers(RandomSearch())
