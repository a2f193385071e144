functions(sphere)
dimensions(2)
instances((1..100).random())
seeds(kotlin.random.Random.nextLong())
budget(10.perDimension)
optimizers(RandomSearch())
quick {
    dimensions(listOf(2, 3, 5).shuffled().first())
}
