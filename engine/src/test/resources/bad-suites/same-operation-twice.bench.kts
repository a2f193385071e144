operations(
    operation("Sort it!") { measured { 1.0 } },
    operation("sort it") { measured { 2.0 } },
)
