package dev.quartermaster.rest.shared.description;

import dev.quartermaster.rest.shared.ListView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** The schemas of what requests and answers hold. */
final class Schemas {
  /** The largest whole number that every reader of JSON has exactly (RFC 8259, section 6). */
  static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf((1L << 53) - 1);

  /** Any text that is kept as it is. */
  static final String TEXT = "^[^\\x00]*$";

  private static final String REFERENCE = "#/components/schemas/";
  private static final String LINKS = "Links";
  private static final String LIST = "List";
  private static final DotName LIST_VIEW = DotName.createSimple(ListView.class);
  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

  private final OpenAPI api;
  private final Map<String, ClassInfo> records;

  Schemas(OpenAPI api, IndexView index) {
    this.api = api;
    records =
        index.getKnownClasses().stream()
            .filter(ClassInfo::isRecord)
            .filter(type -> type.hasDeclaredAnnotation(SCHEMA) || type.name().equals(LIST_VIEW))
            // An index of several archives may know a class twice.
            .collect(Collectors.toMap(Schemas::nameOf, type -> type, (first, _) -> first));
  }

  /** Adds what the records tell: which members are always there, and how large each may be. */
  void complete() {
    nameLists();
    api.getComponents().addSchema(LINKS, links());
    describeStandardTypes();
    Set<String> taken = taken();
    all()
        .forEach(
            (name, schema) -> {
              ClassInfo type =
                  records.get(name.endsWith(LIST) ? LIST_VIEW.withoutPackagePrefix() : name);
              if (taken.contains(name)) {
                close(schema);
              } else if (type != null) {
                new GivenMembers(schema, type).complete();
              }
              bound(schema);
            });
  }

  /** Refuses members that nobody knows, unless the record itself says which are welcome. */
  private static void close(Schema schema) {
    if (schema.getAdditionalPropertiesSchema() == null) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
  }

  /** The reference to the schema that the answer shows, if it shows one. */
  static Optional<String> shownBy(APIResponse response) {
    return Optional.ofNullable(response.getContent()).stream()
        .flatMap(content -> content.getMediaTypes().values().stream())
        .map(media -> Optional.ofNullable(media.getSchema()).map(Schema::getRef))
        .flatMap(Optional::stream)
        .findFirst();
  }

  Schema at(String reference) {
    return named(reference.substring(REFERENCE.length()));
  }

  boolean hasProperty(String reference, String name) {
    Schema schema = at(reference);
    return schema.getProperties() != null && schema.getProperties().containsKey(name);
  }

  private Schema named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  private Map<String, Schema> all() {
    return api.getComponents().getSchemas();
  }

  private static Schema property(Schema schema, String name) {
    return Objects.requireNonNull(schema.getProperties().get(name), name);
  }

  private static String nameOf(ClassInfo type) {
    return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
        .map(schema -> schema.value("name"))
        .map(value -> value.asString())
        .orElse(type.simpleName());
  }

  /** A list is named for what it lists. */
  private void nameLists() {
    Map<String, String> names = new HashMap<>();
    for (String name : List.copyOf(all().keySet())) {
      if (name.startsWith(LIST_VIEW.withoutPackagePrefix())) {
        Schema list = named(name);
        String item = property(list, "data").getItems().getRef();
        String better = item.substring(REFERENCE.length()) + LIST;
        list.setDescription("A part of a list: " + at(item).getDescription());
        api.getComponents().removeSchema(name);
        api.getComponents().addSchema(better, list);
        names.put(REFERENCE + name, better);
      }
    }
    operations()
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .map(APIResponse::getContent)
        .flatMap(Schemas::schemas)
        .filter(schema -> schema.getRef() != null && names.containsKey(schema.getRef()))
        .forEach(schema -> schema.setRef(names.get(schema.getRef())));
  }

  private static Schema links() {
    return OASFactory.createSchema()
        .description("What can be done next: addresses, by the names of the actions")
        .addType(Schema.SchemaType.OBJECT)
        .additionalPropertiesSchema(
            OASFactory.createSchema()
                .description("An address, relative to the server's")
                .addType(Schema.SchemaType.STRING)
                .format("uri-reference")
                .maxLength(4_096))
        .addExample(Map.of("self", "/api/v1/products/01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d"));
  }

  private void describeStandardTypes() {
    named("UUID")
        .description("An id, as RFC 9562 has it")
        .minLength(36)
        .maxLength(36)
        .pattern("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")
        .addExample("01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d");
    named("Instant").description("A moment in UTC, as RFC 3339 has it").maxLength(32);
  }

  /** The names of all schemas that requests hold. */
  private Set<String> taken() {
    Set<String> taken = new HashSet<>();
    operations()
        .filter(operation -> operation.getRequestBody() != null)
        .map(operation -> operation.getRequestBody().getContent())
        .flatMap(Schemas::schemas)
        .forEach(schema -> collect(schema, taken));
    return taken;
  }

  private void collect(Schema schema, Set<String> names) {
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(REFERENCE.length());
      if (named(name).getProperties() != null && names.add(name)) {
        collect(named(name), names);
      }
    }
    parts(schema).forEach(part -> collect(part, names));
  }

  private static Stream<Schema> parts(Schema schema) {
    List<Schema> parts = new ArrayList<>();
    if (schema.getProperties() != null) {
      parts.addAll(schema.getProperties().values());
    }
    if (schema.getItems() != null) {
      parts.add(schema.getItems());
    }
    if (schema.getAdditionalPropertiesSchema() != null) {
      parts.add(schema.getAdditionalPropertiesSchema());
    }
    return parts.stream();
  }

  private void bound(Schema schema) {
    if (schema.getProperties() != null && schema.getProperties().containsKey("links")) {
      property(schema, "links").setAdditionalPropertiesSchema(null);
      property(schema, "links").setRef(LINKS);
    }
    if (schema.getOneOf() != null) {
      joinTypes(schema);
    }
    Bounds.complete(schema);
    parts(schema).forEach(this::bound);
  }

  /** Whatever is of one of several plain types has them as its types. */
  private static void joinTypes(Schema schema) {
    List<Schema.SchemaType> types =
        schema.getOneOf().stream().flatMap(choice -> choice.getType().stream()).toList();
    schema.setOneOf(null);
    schema.setType(types);
  }

  private Stream<Operation> operations() {
    return api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream());
  }

  private static Stream<Schema> schemas(@Nullable Content content) {
    return Optional.ofNullable(content).stream()
        .flatMap(known -> known.getMediaTypes().values().stream())
        .map(media -> Optional.ofNullable(media.getSchema()))
        .flatMap(Optional::stream);
  }
}
