package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.quartermaster.architecture.report.facts.Access;
import dev.quartermaster.architecture.report.facts.EndpointFacts;
import dev.quartermaster.architecture.report.facts.PermissionCheck;
import dev.quartermaster.architecture.rules.Endpoint;
import dev.quartermaster.architecture.rules.InPort;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the resource methods of Jakarta REST. */
final class Endpoints {
  private static final String REST = "jakarta.ws.rs.";
  private static final String PATH = REST + "Path";
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final String QUERY_BUDGET = "dev.quartermaster.rest.shared.QueryBudget";
  private static final String OPERATION = "org.eclipse.microprofile.openapi.annotations.Operation";

  private final House house;
  private final Permissions permissions;
  private final Limits limits;

  Endpoints(House house, Permissions permissions, Limits limits) {
    this.house = house;
    this.permissions = permissions;
    this.limits = limits;
  }

  /** All endpoints by path and method. */
  List<EndpointFacts> read() {
    return Endpoint.all(house.production()).stream()
        .flatMap(this::facts)
        .sorted(
            Comparator.comparing(EndpointFacts::path)
                .thenComparing(endpoint -> METHODS.indexOf(endpoint.method())))
        .toList();
  }

  private Stream<EndpointFacts> facts(Endpoint endpoint) {
    return METHODS.stream()
        .filter(method -> endpoint.method().isAnnotatedWith(REST + method))
        .map(method -> facts(method, endpoint));
  }

  private EndpointFacts facts(String method, Endpoint endpoint) {
    JavaMethod handler = endpoint.method();
    List<InPort> useCases =
        endpoint.inPorts().stream()
            .sorted(Comparator.comparing(JavaClass::getName))
            .map(InPort::new)
            .toList();
    return new EndpointFacts(
        method,
        path(handler),
        House.contextName(handler.getOwner()),
        Annotations.text(handler, OPERATION, "summary").orElse(""),
        InPorts.nameOf(handler),
        useCases.stream().map(InPort::name).toList(),
        access(endpoint),
        useCases.stream().map(permissions::of).reduce(PermissionCheck.NONE, PermissionCheck::and),
        Repetitions.of(method, handler),
        limits.of(path(handler), useCases),
        Annotations.text(handler, QUERY_BUDGET, "value").orElse(""));
  }

  private static String path(JavaMethod handler) {
    return Stream.of(
            Annotations.text(handler.getOwner(), PATH, "value"),
            Annotations.text(handler, PATH, "value"))
        .flatMap(Optional::stream)
        .flatMap(path -> Stream.of(path.split("/", -1)))
        .filter(segment -> !segment.isEmpty())
        .collect(Collectors.joining("/", "/", ""));
  }

  private static Access access(Endpoint endpoint) {
    return endpoint
        .accessRule()
        .map(
            rule ->
                switch (rule.getRawType().getSimpleName()) {
                  case "PermitAll" -> "anyone";
                  case "DenyAll" -> "nobody";
                  case "Authenticated" -> "signed in";
                  default -> String.join(" or ", Annotations.texts(rule, "value"));
                })
        .map(who -> new Access(true, who))
        .orElse(new Access(false, "undecided"));
  }
}
