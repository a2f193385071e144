operations(Operation("sort", "sort"))
