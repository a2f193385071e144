package benchwright.report

import io.kotest.assertions.throwables.shouldNotThrowAny
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import org.w3c.dom.Element
import org.xml.sax.InputSource
import org.xml.sax.SAXException
import java.io.File
import java.io.StringReader
import javax.xml.XMLConstants
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.transform.stream.StreamSource
import javax.xml.validation.SchemaFactory

class JUnitXmlSpec :
    FunSpec({
        val schema =
            SchemaFactory
                .newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(File("src/test/resources/reports/junit.xsd"))
        val broken = SampleRuns.optimizers(gaps = listOf("run.json: is missing \u001b[1m"))
        val documents =
            listOf(SampleRuns.optimizers(), SampleRuns.timed(), broken).map {
                JUnitReport(it).render()
            } + RunsReport(listOf(broken, SampleRuns.timed())).toJUnit()

        fun validate(xml: String) = schema.newValidator().validate(StreamSource(StringReader(xml)))

        test("every document is valid by the schema, and the schema can refuse") {
            documents.forEach { shouldNotThrowAny { validate(it) } }
            shouldThrow<SAXException> { validate(documents[0].replace("time=", "duration=")) }
        }

        test("a run without anything is a document too") {
            validate(JUnitReport(SampleRuns.optimizers(records = listOf())).render())
        }

        test("the counts of each suite and of the whole are those of its cases") {
            for (document in documents) {
                val root: Element =
                    DocumentBuilderFactory
                        .newInstance()
                        .newDocumentBuilder()
                        .parse(InputSource(StringReader(document)))
                        .documentElement
                val suites = root.getElementsByTagName("testsuite")
                for (i in 0 until suites.length) counted(suites.item(i) as Element)
                root.getAttribute("tests") shouldBe
                    "${root.getElementsByTagName("testcase").length}"
                root.getAttribute("failures") shouldBe
                    "${root.getElementsByTagName("failure").length}"
                root.getAttribute("errors") shouldBe "${root.getElementsByTagName("error").length}"
            }
        }
    })

private fun counted(suite: Element) {
    fun count(name: String) = "${suite.getElementsByTagName(name).length}"
    suite.getAttribute("tests") shouldBe count("testcase")
    suite.getAttribute("failures") shouldBe count("failure")
    suite.getAttribute("errors") shouldBe count("error")
    suite.getAttribute("skipped") shouldBe count("skipped")
}
