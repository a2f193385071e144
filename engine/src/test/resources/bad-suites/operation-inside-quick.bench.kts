operations(operation("sort") { measured { 1.0 } })
quick { operations(operation("list") { measured { 1.0 } }) }
