package benchwright.pair

import benchwright.external.Leash
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File
import java.nio.file.Path

class RepositorySpec :
    FunSpec({
        val work = Repositories(tempdir())
        work.write("a.txt", "one")
        val first = work.commit("one")
        work.git("tag", "v1.0")
        work.write("a.txt", "two")
        val second = work.commit("two")

        fun found(search: Repository.Search) = (search as Repository.Search.Found).revision()

        fun missing(search: Repository.Search) = (search as Repository.Search.Missing).why()

        test("a revision is a branch, a tag, a commit, or the way to one") {
            val repository = work.opened()
            found(repository.find("main")).sha shouldBe second
            found(repository.find("main")).branch shouldBe "main"
            found(repository.find("v1.0")).sha shouldBe first
            found(repository.find("HEAD~1")).sha shouldBe first
            found(repository.find("HEAD~1")).shown() shouldBe "HEAD~1 (${first.take(7)})"
            found(repository.find(first.take(8))).shown() shouldBe first.take(7)
        }

        test("of an unknown revision the nearest are told") {
            val why = missing(work.opened().find("v1.1"))
            why.what shouldBe "there is no revision v1.1"
            why.remedies shouldContain "did you mean v1.0?"
            missing(work.opened().find("--all")).what shouldBe "there is no revision --all"
        }

        test("without a name the base is where the branch began, or the commit before") {
            found(work.opened().base()).sha shouldBe first
            work.write("a.txt", "not committed")
            found(work.opened().base()).sha shouldBe second
            work.git("checkout", "--quiet", "--", ".")
            work.git("checkout", "--quiet", "-b", "feature")
            work.write("b.txt", "three")
            work.commit("three")
            val base = found(work.opened().base())
            base.sha shouldBe second
            base.shown() shouldBe "merge base with main (${second.take(7)})"
            work.git("checkout", "--quiet", "main")
        }

        test("a directory that is in no repository is refused, with what to do") {
            val refused = work.open(at = tempdir()) as Repository.Opening.Refused
            refused.why().what shouldContain "is in no git repository"
            refused.why().remedies shouldContain "start bench in a checkout of your project"
        }

        test("a tree is checked out beside this one, and nothing of it is left") {
            val temporary = tempdir()
            val repository = work.opened()
            val leash = Leash.of(System.nanoTime())
            val trees = Worktrees(repository, temporary.toPath(), false, leash)
            val root =
                (
                    trees.add(
                        "base",
                        found(repository.find("v1.0")),
                    ) as Worktrees.Adding.Added
                ).root()
            root.resolve("a.txt").toFile().readText() shouldBe "one\n"
            work.trees().size shouldBe 2
            // What a build leaves: other files, and folders that nobody may write to.
            File(root.toFile(), "build/out").mkdirs()
            File(root.toFile(), "build/out/x").writeText("x")
            File(root.toFile(), "build/out").setWritable(false)
            trees.close()
            trees.close()
            work.trees().size shouldBe 1
            temporary.listFiles()!!.toList().shouldBeEmpty()
            work.git("status", "--porcelain") shouldBe ""
            (trees.add("base", found(repository.find("v1.0"))) is Worktrees.Adding.Refused) shouldBe
                true
        }

        test("what a process left that was killed is removed by the next one") {
            val temporary = tempdir()
            val repository = work.opened()
            // No process has this number: they end at four millions.
            val dead = temporary.toPath().toRealPath().resolve("benchwright-pair-2000000000-x")
            work.git("worktree", "add", "--quiet", "--detach", "$dead/base", "v1.0")
            work.trees().size shouldBe 2
            val trees =
                Worktrees(repository, temporary.toPath(), false, Leash.of(System.nanoTime()))
            trees.add("base", found(repository.find("main")))
            dead.toFile().exists() shouldBe false
            trees.close()
            work.trees().size shouldBe 1
        }

        test("what is to be kept stays, and git knows of it") {
            val temporary = tempdir()
            val repository = work.opened()
            val trees =
                Worktrees(repository, temporary.toPath(), true, Leash.of(System.nanoTime()))
            val added = trees.add("base", found(repository.find("main"))) as Worktrees.Adding.Added
            trees.close()
            trees.kept().get() shouldBe added.root().parent
            Path.of("${added.root()}", "a.txt").toFile().exists() shouldBe true
            work.git("worktree", "remove", "--force", "${added.root()}")
        }

        test("submodules that cannot be checked out are told, with what to look at") {
            val module = Repositories(tempdir())
            module.write("m.txt", "m")
            module.commit("module")
            val outer = Repositories(tempdir())
            outer.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "add",
                "--quiet",
                "${module.directory}",
                "m",
            )
            outer.commit("with a module")
            val repository = outer.opened()
            Worktrees(repository, tempdir().toPath(), false, Leash.of(System.nanoTime())).use {
                // git refuses submodules from files unless it is told to allow them.
                val refused =
                    it.add("base", found(repository.find("main"))) as Worktrees.Adding.Refused
                refused.why().what shouldContain "the submodules of main ("
            }
            outer.trees().size shouldBe 1
        }
    })
