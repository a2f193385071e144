title("Nothing")
