title("Values of other types")
implementations("./mrfo", Command("c", run = "./mrfo"))
operations(Command("d", run = "./d"))
timing(runs = 3, untilError = 2, timeout = 60)
