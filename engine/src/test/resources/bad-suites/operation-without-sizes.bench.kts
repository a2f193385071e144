operations(operation("sort", sizes = true) { val a = IntArray(size.toInt()) { -it }; measured { a.sort() } })
