spec("docs/specs/quick.txt")
spec("/docs/specs/001-quick.md")
functions(sphere)
dimensions(2)
budget(10.perDimension)
optimizers(RandomSearch())
quick {
    spec("docs/specs/001-quick.md")
}
