package dev.quartermaster.architecture.rules;

import static dev.quartermaster.architecture.rules.Rule.that;
import static dev.quartermaster.architecture.rules.Rule.withTestsThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What ports look like, and who stands on either side of them. */
final class PortRules {
  static final Rule IN_PORTS_SPEAK_IN_VALUES =
      that("in-ports and the types nested in them", PortRules::belongsToInPort)
          .should(
              "take and give values of the domain, their own nested types and java.base alone",
              PortRules::strangersOfInPort)
          .because("a use case reads the same from HTTP, a queue or a test");

  static final Rule OUT_PORTS_SPEAK_IN_VALUES =
      that("out-ports", OutPort::isOutPort)
          .should(
              "take and give values of the domain and java.base alone",
              PortRules::strangersOfOutPort)
          .because("a port that hands out services or other ports is a framework of its own");

  static final Rule EVERY_IN_PORT_HAS_ONE_SERVICE =
      that("in-ports", InPort::isInPort)
          .should("have exactly one service behind them", PortRules::withoutOneService)
          .because("a use case is one thing that happens in one way");

  static final Rule EVERY_IN_PORT_HAS_A_CALLER =
      that("in-ports", InPort::isInPort)
          .should(
              "be called by an inbound adapter or by bootstrap",
              type ->
                  new InPort(type).callers().isEmpty()
                      ? Stream.of(type.getName() + " is called by nobody")
                      : Stream.empty())
          .because("a use case that nobody can start is dead code");

  static final Rule EVERY_OUT_PORT_HAS_AN_ADAPTER =
      that("out-ports", OutPort::isOutPort)
          .should(
              "be implemented by an outbound adapter or by bootstrap",
              type ->
                  new OutPort(type).adapters().isEmpty()
                      ? Stream.of(type.getName() + " is implemented by no adapter")
                      : Stream.empty())
          .because("a promise that nobody keeps shows in production first");

  static final Rule EVERY_OUT_PORT_HAS_A_CONTRACT =
      withTestsThat("out-ports", OutPort::isOutPort)
          .should(
              "have a contract in the testkit, named for the port and in its context",
              type ->
                  new OutPort(type).contract().isEmpty()
                      ? Stream.of(
                          type.getName()
                              + " has no "
                              + type.getSimpleName()
                              + "Contract in the testkit")
                      : Stream.empty())
          .because("what a port promises is written once and run by everything that implements it");

  static final Rule EVERY_OUT_PORT_HAS_A_STAND_IN =
      withTestsThat("out-ports", OutPort::isOutPort)
          .should(
              "have an implementation in the testkit",
              type ->
                  new OutPort(type).standIns().isEmpty()
                      ? Stream.of(type.getName() + " has no implementation in the testkit")
                      : Stream.empty())
          .because("use cases are tested in memory, without mocks and without infrastructure");

  static final Rule EVERY_IMPLEMENTATION_RUNS_ITS_CONTRACT =
      withTestsThat("out-ports with a contract", PortRules::hasContract)
          .should(
              "have each implementation tested by the contract, in a test beside it of its name",
              PortRules::untested)
          .because("a stand-in that behaves unlike the database makes every other test a lie");

  private PortRules() {}

  private static boolean belongsToInPort(JavaClass type) {
    return InPort.isInPort(House.outermost(type));
  }

  private static Stream<String> strangersOfInPort(JavaClass type) {
    return strangers(
        type,
        used -> Types.isDomainValue(used) || House.outermost(used).equals(House.outermost(type)));
  }

  private static Stream<String> strangersOfOutPort(JavaClass type) {
    return strangers(type, used -> Types.isDomainValue(used) || isNestedIn(type, used));
  }

  private static boolean isNestedIn(JavaClass type, JavaClass used) {
    return !used.equals(type) && House.outermost(used).equals(type);
  }

  private static Stream<String> strangers(JavaClass type, Predicate<JavaClass> allowed) {
    return Stream.concat(
            type.getMethods().stream().flatMap(Types::ofSignature),
            Types.instanceFields(type).flatMap(Types::ofField))
        .filter(used -> !Types.isOfJavaBase(used) && !allowed.test(used))
        .distinct()
        .map(used -> type.getName() + " speaks of " + used.getName());
  }

  private static Stream<String> withoutOneService(JavaClass type) {
    List<JavaClass> services = new InPort(type).services();
    return switch (services.size()) {
      case 1 -> Stream.empty();
      case 0 -> Stream.of(type.getName() + " has no service");
      default ->
          Stream.of(type.getName() + " has several services: " + Types.names(services.stream()));
    };
  }

  private static boolean hasContract(JavaClass type) {
    return OutPort.isOutPort(type) && new OutPort(type).contract().isPresent();
  }

  private static Stream<String> untested(JavaClass type) {
    OutPort port = new OutPort(type);
    return Stream.concat(port.adapters().stream(), port.standIns().stream())
        .filter(implementation -> port.contractTests(implementation).isEmpty())
        .map(
            implementation ->
                implementation.getName()
                    + " is not tested by "
                    + type.getSimpleName()
                    + "Contract: no class beside it extends that and is called "
                    + implementation.getSimpleName()
                    + "…Test");
  }
}
