functions(sphere)
dimensions(2)
budget(10.perDimension)
optimizers(
    Program("nowhere", directory = " ", run = "./es"),
    Program("silent", directory = "es", run = ""),
    Program("shell", directory = "es", build = listOf("make clean && make", ""), run = "./es > log"),
    Program("patient", directory = "es", run = "./es", patienceSeconds = 0),
)
