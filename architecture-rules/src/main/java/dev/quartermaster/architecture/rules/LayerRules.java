package dev.quartermaster.architecture.rules;

import static dev.quartermaster.architecture.rules.Rule.that;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.stream.Stream;

/** Which layer may know which. */
final class LayerRules {
  static final Rule EVERY_CLASS_IS_IN_ONE_LAYER =
      that("production classes", House::isProduction)
          .should("be in exactly one layer, the one of their module", LayerRules::misplaced)
          .because("a class outside every layer is outside every rule");

  static final Rule THE_DOMAIN_KNOWS_THE_JDK_ALONE =
      that("classes of the domain", Layer.DOMAIN::contains)
          .should(
              "depend on the domain, java.base and JSpecify alone",
              type ->
                  Types.dependencies(
                      type, target -> !Layer.DOMAIN.contains(target) && !isPlainJava(target)))
          .because("the rules of the business outlive every technology");

  static final Rule THE_APPLICATION_KNOWS_THE_DOMAIN_ALONE =
      that("classes of the application", Layer.APPLICATION::contains)
          .should(
              "depend on the core, java.base and JSpecify alone, and annotations on CDI",
              type ->
                  Types.dependencies(
                      type,
                      target ->
                          !Layer.isCore(target)
                              && !isPlainJava(target)
                              && !(type.isAnnotation() && isBeanDefinition(target))))
          .because("use cases speak to the world through ports");

  static final Rule ADAPTERS_KNOW_NEITHER_EACH_OTHER_NOR_BOOTSTRAP =
      that("classes of adapters", Layer::isAdapter)
          .should(
              "depend on no other adapter and not on bootstrap",
              type ->
                  Types.dependencies(
                      type,
                      target ->
                          House.contains(target)
                              && !Layer.isCore(target)
                              && !House.areInOneModule(type, target)))
          .because("each technology can then be replaced alone, and only bootstrap joins them");

  static final Rule INBOUND_ADAPTERS_SEE_IN_PORTS_AND_VALUES =
      that("classes of inbound adapters", Layer.INBOUND_ADAPTER::contains)
          .should(
              "see in-ports and values of the core, and nothing else of it",
              type ->
                  Types.dependencies(
                      type, target -> Layer.isCore(target) && !isForInboundAdapters(target)))
          .because("whoever reaches past a use case reaches past its permissions and its audit");

  static final Rule OUTBOUND_ADAPTERS_NEVER_CALL_IN_PORTS =
      that("classes of outbound adapters", Layer.OUTBOUND_ADAPTER::contains)
          .should(
              "not know the application",
              type -> Types.dependencies(type, Layer.APPLICATION::contains))
          .because("what serves a use case must not start another one behind its back");

  private LayerRules() {}

  private static Stream<String> misplaced(JavaClass type) {
    if (Layer.of(type).isEmpty()) {
      return Stream.of(
          type.getName()
              + " is in no layer: its module is neither domain, application nor bootstrap,"
              + " implements no out-port and calls no in-port");
    }
    Optional<String> folder = Place.of(type).map(Place::packageName);
    return folder.isEmpty() || folder.equals(House.module(type))
        ? Stream.empty()
        : Stream.of(
            type.getName()
                + " is in two layers: its package's, and that of the module "
                + folder.get());
  }

  private static boolean isPlainJava(JavaClass type) {
    return Types.isOfJavaBase(type) || KnownPackage.JSPECIFY.contains(type);
  }

  private static boolean isBeanDefinition(JavaClass type) {
    return KnownPackage.INJECTION.contains(type) || KnownPackage.BEANS.contains(type);
  }

  private static boolean isForInboundAdapters(JavaClass type) {
    return InPort.isInPort(House.outermost(type)) || Types.isDomainValue(type);
  }
}
