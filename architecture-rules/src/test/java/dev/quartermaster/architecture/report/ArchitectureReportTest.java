package dev.quartermaster.architecture.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class ArchitectureReportTest {
  @TempDir private static Path folder;
  private static Path root;
  private static Path page;
  private static Path facts;

  @BeforeAll
  static void build() throws IOException, URISyntaxException {
    root = TinyHouse.buildIn(Files.createDirectory(folder.resolve("house")));
    page = folder.resolve("report/index.html");
    facts = folder.resolve("report/architecture.json");
    write();
  }

  private static void write() throws IOException {
    ArchitectureReport.main(root.toString(), page.getParent().toString());
  }

  @Test
  void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
    Document document = document();

    assertThat(attributes(document, "src")).isEmpty();
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(attributes(document, "href"))
        .allMatch(
            target ->
                target.startsWith("#")
                    || target.equals("data:,")
                    || target.equals("architecture.json"));
  }

  @Test
  void everyLinkWithinThePageLeadsSomewhere() throws Exception {
    Document document = document();
    List<String> ids = attributes(document, "id");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(attributes(document, "href").stream().filter(target -> target.startsWith("#")))
        .allMatch(
            target -> ids.contains(target.substring(1)) || target.equals("#rule-THE_HOUSE_STANDS"));
  }

  @Test
  void thePageTellsTheFactsAndEncodesThem() throws IOException {
    assertThat(Files.readString(page))
        .contains("PostgresOrdersTest")
        .contains("/orders/{id}/cancel")
        .contains("Lists orders.")
        .contains("List &lt;all&gt; orders")
        .contains("1. A house &lt;for all&gt;")
        .contains("live <code>some&lt;where&gt;</code> &amp; stay")
        .contains("<code>api</code>, <code>changes</code>")
        .contains("at most 7")
        .contains("a wall taken out");
  }

  @Test
  void theJsonTellsThemToMachines() throws IOException {
    JsonNode json = new ObjectMapper().readTree(facts.toFile());

    assertThat(json.at("/endpoints/3/path").asText()).isEqualTo("/orders/{id}/cancel");
    assertThat(json.at("/endpoints/3/idempotency").asText()).isEqualTo("by Idempotency-Key");
    assertThat(json.at("/endpoints/3/ratePolicies/1").asText()).isEqualTo("changes");
    assertThat(json.at("/endpoints/3/queryBudget").asText()).isEqualTo("7");
    assertThat(json.at("/modules/0/role").asText()).isEqualTo("domain");
  }

  @Test
  void theSameHouseGivesTheSameReport() throws IOException {
    String firstPage = Files.readString(page);
    String firstFacts = Files.readString(facts);
    Files.delete(page);

    write();

    assertThat(page).content().isEqualTo(firstPage);
    assertThat(facts).content().isEqualTo(firstFacts);
  }

  @Test
  void onlyAReportOlderThanTheHouseIsWrittenAnew() throws IOException {
    Files.writeString(page, "as it was");
    write();
    assertThat(page).content().isEqualTo("as it was");

    Files.setLastModifiedTime(page, FileTime.fromMillis(0));
    write();
    assertThat(page).content().contains("PostgresOrders");
  }

  private Document document() throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(page.toFile());
  }

  private static List<String> attributes(Document document, String name) {
    NodeList elements = document.getElementsByTagName("*");
    List<String> values = new ArrayList<>();
    for (int index = 0; index < elements.getLength(); index++) {
      Element element = (Element) elements.item(index);
      if (element.hasAttribute(name)) {
        values.add(element.getAttribute(name));
      }
    }
    return values;
  }
}
