title("One asks for a size, and there is none")
implementations(
    Command("sized", run = "./mrfo {size}"),
    Command("plain", run = "./mrfo"),
)
quick { sizes(tiny = 10) }
sameResults(tolerance = 1e-6)
