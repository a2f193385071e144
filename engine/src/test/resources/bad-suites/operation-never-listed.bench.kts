val idle = operation("sort a list") { measured { listOf(3, 1, 2).sorted() } }
operations(operation("sort an array") { val a = intArrayOf(3, 1, 2); measured { a.sort() } })
