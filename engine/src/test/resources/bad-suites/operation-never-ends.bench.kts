operations(operation("loop") { measured { error("no result") } })
