val sphere by formula { x -> x[0] }
val thrown by formula { x -> x[0] }
val boxed by formula(lower = 5.0, upper = -5.0) { x -> x[0] }
val myBest by formula(optimum = Double.NaN) { x -> x[0] }
val my_best by formula { x -> x[0] }
functions(sphere, boxed, myBest, my_best)
dimensions(2)
budget(10.perDimension)
optimizers(RandomSearch())
