operations(operation("either") { if (size > 10) measured { 1.0 } else measured { 1L } })
