package dev.quartermaster.architecture.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.architecture.report.facts.Access;
import dev.quartermaster.architecture.report.facts.Architecture;
import dev.quartermaster.architecture.report.facts.BuildModule;
import dev.quartermaster.architecture.report.facts.ContextFacts;
import dev.quartermaster.architecture.report.facts.EndpointFacts;
import dev.quartermaster.architecture.report.facts.Idempotency;
import dev.quartermaster.architecture.report.facts.Implementation;
import dev.quartermaster.architecture.report.facts.InPortFacts;
import dev.quartermaster.architecture.report.facts.Join;
import dev.quartermaster.architecture.report.facts.ModuleRole;
import dev.quartermaster.architecture.report.facts.Mutation;
import dev.quartermaster.architecture.report.facts.OutPortFacts;
import dev.quartermaster.architecture.report.facts.PermissionCheck;
import dev.quartermaster.architecture.report.facts.RuleCheck;
import dev.quartermaster.architecture.report.facts.TextBlock;
import dev.quartermaster.architecture.report.facts.Trigger;
import dev.quartermaster.architecture.report.facts.Use;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class FactsTest {
  private Architecture architecture;

  @BeforeAll
  void read(@TempDir Path folder) throws IOException, URISyntaxException {
    architecture = TinyHouse.readIn(folder);
  }

  @Test
  void modulesHaveTheirPlaceAndTheirDependencies() {
    assertThat(architecture.modules())
        .containsExactly(
            new BuildModule("domain", ModuleRole.DOMAIN, 8, List.of()),
            new BuildModule(
                "application", ModuleRole.APPLICATION, 9, List.of(new Use("domain", 8))),
            new BuildModule(
                "adapters-jobs",
                ModuleRole.INBOUND_ADAPTER,
                1,
                List.of(new Use("application", 1), new Use("domain", 1))),
            new BuildModule(
                "adapters-rest",
                ModuleRole.INBOUND_ADAPTER,
                5,
                List.of(new Use("application", 2), new Use("domain", 1))),
            new BuildModule(
                "adapters-persistence",
                ModuleRole.OUTBOUND_ADAPTER,
                1,
                List.of(new Use("domain", 1))),
            new BuildModule(
                "bootstrap",
                ModuleRole.COMPOSITION_ROOT,
                1,
                List.of(new Use("application", 1), new Use("domain", 1))));
  }

  @Test
  void contextsComeAfterThoseThatUseThem() {
    assertThat(architecture.contexts())
        .extracting(ContextFacts::name)
        .containsExactly("ordering", "catalog", "shared");
    assertThat(context("ordering").uses())
        .containsExactly(new Use("catalog", 1), new Use("shared", 7));
    assertThat(architecture.cycles()).isEmpty();
  }

  @Test
  void purposesAreTheFirstSentencesOfTheSources() {
    assertThat(context("ordering").purpose()).isEqualTo("Orders, and all about them.");
    assertThat(inPort("ListOrders").purpose()).isEqualTo("Lists orders.");
    assertThat(inPort("CancelOrder").purpose()).isEmpty();
  }

  @Test
  void inPortsKnowTheirServiceWhatItNeedsAndWhoCalls() {
    assertThat(inPort("CancelOrder"))
        .isEqualTo(
            new InPortFacts(
                "CancelOrder",
                "",
                List.of("CancelOrderService"),
                List.of("Offers", "Orders", "RateLimits"),
                new PermissionCheck(List.of(), List.of("orders:write"), true),
                List.of("OrdersResource.cancelled")));
    assertThat(inPort("ListOrders").permission())
        .isEqualTo(new PermissionCheck(List.of("orders:read"), List.of(), false));
    assertThat(inPort("ListOrders").callers())
        .containsExactly("Cleaning.run", "OrdersResource.list");
  }

  @Test
  void outPortsKnowWhoImplementsThemAndWhichTestsSayHowWell() {
    assertThat(context("ordering").outPorts())
        .containsExactly(
            new OutPortFacts(
                "Offers",
                "",
                List.of("CancelOrderService"),
                List.of(),
                List.of(new Implementation("CatalogOffers", "bootstrap", false, List.of())),
                List.of()),
            new OutPortFacts(
                "Orders",
                "All orders.",
                List.of("CancelOrderService", "ListOrdersService"),
                List.of("OrdersContract"),
                List.of(
                    new Implementation(
                        "PostgresOrders",
                        "adapters-persistence",
                        false,
                        List.of("PostgresOrdersTest"))),
                List.of(new Implementation("InMemoryOrders", "testkit", false, List.of()))));
  }

  @Test
  void endpointsSayWhatTheyCallAndWhoMay() {
    assertThat(architecture.endpoints())
        .extracting(
            EndpointFacts::method,
            EndpointFacts::path,
            EndpointFacts::useCases,
            EndpointFacts::access,
            EndpointFacts::idempotency)
        .containsExactly(
            tuple("GET", "/offers", List.of(), new Access(false, "undecided"), Idempotency.SAFE),
            tuple(
                "GET",
                "/orders",
                List.of("ListOrders"),
                new Access(true, "signed in"),
                Idempotency.SAFE),
            tuple("DELETE", "/orders", List.of(), new Access(true, "anyone"), Idempotency.NOT_KEPT),
            tuple(
                "POST",
                "/orders/{id}/cancel",
                List.of("CancelOrder"),
                new Access(true, "staff or admin"),
                Idempotency.BY_KEY));
  }

  @Test
  void endpointsAreLimitedByWhatStandsBeforeThemAndByTheirUseCases() {
    assertThat(architecture.endpoints())
        .extracting(EndpointFacts::method, EndpointFacts::path, EndpointFacts::ratePolicies)
        .containsExactly(
            tuple("GET", "/offers", List.of()),
            tuple("GET", "/orders", List.of("api")),
            tuple("DELETE", "/orders", List.of("api")),
            tuple("POST", "/orders/{id}/cancel", List.of("api", "changes")));
  }

  @Test
  void endpointsSayWhatTheyMayAskOfTheDatabase() {
    assertThat(architecture.endpoints())
        .extracting(EndpointFacts::method, EndpointFacts::path, EndpointFacts::queryBudget)
        .containsExactly(
            tuple("GET", "/offers", ""),
            tuple("GET", "/orders", ""),
            tuple("DELETE", "/orders", ""),
            tuple("POST", "/orders/{id}/cancel", "7"));
  }

  @Test
  void jobsAreEntrancesToo() {
    assertThat(architecture.triggers())
        .containsExactly(
            new Trigger("every 5s", "ordering", "Cleaning.run", List.of("ListOrders")));
  }

  @Test
  void contextsThatServeEachOtherAreJoinedInBootstrap() {
    assertThat(architecture.joins())
        .containsExactly(
            new Join("ordering", "Offers", "catalog", List.of("FindOffers"), "CatalogOffers"));
  }

  @Test
  void rulesComeWithTheirVerdictAndTheirProof() {
    RuleCheck rule =
        architecture.rules().stream()
            .filter(check -> check.name().equals("EVERY_IN_PORT_HAS_A_CALLER"))
            .findAny()
            .orElseThrow();

    assertThat(rule.holds()).isTrue();
    assertThat(rule.classesExamined()).isEqualTo(4);
    assertThat(rule.violatingFixtures()).containsExactly("nobody");
    assertThat(rule.passingFixtures()).containsExactly("passing");
    assertThat(architecture.mutations())
        .containsExactly(new Mutation("a wall taken out", "THE_HOUSE_STANDS", true));
  }

  @Test
  void aBrokenRuleIsCounted() {
    assertThat(architecture.brokenRules())
        .extracting(RuleCheck::name)
        .contains("EVERY_ENDPOINT_STATES_ITS_ACCESS_RULE");
    assertThat(architecture.violations()).isPositive();
  }

  @Test
  void decisionsAreReadWhole() {
    assertThat(architecture.decisions())
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.file()).isEqualTo("0001-a-house.md");
              assertThat(decision.title()).isEqualTo("1. A house <for all>");
              assertThat(decision.status()).isEqualTo("accepted");
              assertThat(decision.text())
                  .containsExactly(
                      new TextBlock(TextBlock.Kind.HEADING, List.of("Context")),
                      new TextBlock(
                          TextBlock.Kind.PARAGRAPH,
                          List.of("Somebody has to live `some<where>` & stay there.")),
                      new TextBlock(
                          TextBlock.Kind.STEPS, List.of("A tent.", "A house, which has walls.")),
                      new TextBlock(TextBlock.Kind.BULLETS, List.of("One bullet")));
            });
  }

  private ContextFacts context(String name) {
    return architecture.contexts().stream()
        .filter(context -> context.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  private InPortFacts inPort(String name) {
    return architecture.contexts().stream()
        .flatMap(context -> context.inPorts().stream())
        .filter(port -> port.name().equals(name))
        .findAny()
        .orElseThrow();
  }
}
