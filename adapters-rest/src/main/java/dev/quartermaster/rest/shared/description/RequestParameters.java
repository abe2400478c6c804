package dev.quartermaster.rest.shared.description;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters that an operation has by what it is, beside those that its method declares. */
enum RequestParameters {
  FIELDS(
      "Fields",
      OASFactory.createParameter()
          .name("fields")
          .in(Parameter.In.QUERY)
          .description(
              "Only these fields of each resource, comma-separated; the others are left out.")
          .example("id,links")
          .schema(text(Lengths.LINE, "^[A-Za-z0-9]+(,[A-Za-z0-9]+)*$"))),
  IDEMPOTENCY_KEY(
      "IdempotencyKey",
      OASFactory.createParameter()
          .name("Idempotency-Key")
          .in(Parameter.In.HEADER)
          .description(
              "Names the request, so that it can be repeated safely: for 24 hours a repetition gets"
                  + " the first answer, and nothing is done twice.")
          .example("01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d")
          .schema(text(255, "^[\\x21-\\x7e]+$").minLength(1))),
  IF_MATCH(
      "IfMatch",
      OASFactory.createParameter()
          .name("If-Match")
          .in(Parameter.In.HEADER)
          .required(true)
          .description("The ETag of the version that shall change, or * for any.")
          .example("\"3\"")
          .schema(text(1_000, "^(\\*|(W/)?\".*\")$"))),
  IF_NONE_MATCH(
      "IfNoneMatch",
      OASFactory.createParameter()
          .name("If-None-Match")
          .in(Parameter.In.HEADER)
          .description("The ETag that the client has; 304 answers that it is still the one.")
          .example("\"3\"")
          .schema(text(Lengths.LINE, "^(\\*|(W/)?\".*\")$")));

  private final String component;
  private final Parameter parameter;

  RequestParameters(String component, Parameter parameter) {
    this.component = component;
    this.parameter = parameter;
  }

  static void declare(Components components) {
    for (RequestParameters each : values()) {
      components.addParameter(each.component, each.parameter);
    }
  }

  static void complete(DescribedOperation operation) {
    declared(operation).forEach(parameter -> complete(parameter, operation));
    if (operation.isRead() && operation.answersRecords()) {
      FIELDS.addTo(operation);
    }
    if (operation.isRepeatable()) {
      IDEMPOTENCY_KEY.addTo(operation);
    }
    if (operation.needsVersion()) {
      IF_MATCH.addTo(operation);
    }
    if (operation.shows()) {
      IF_NONE_MATCH.addTo(operation);
    }
  }

  private void addTo(DescribedOperation operation) {
    operation.operation().addParameter(OASFactory.createParameter().ref(component));
  }

  private static List<Parameter> declared(DescribedOperation operation) {
    return Optional.ofNullable(operation.operation().getParameters()).orElse(List.of());
  }

  private static void complete(Parameter parameter, DescribedOperation operation) {
    if (isIdInPath(parameter)) {
      parameter.setSchema(OASFactory.createSchema().ref("UUID"));
      if (parameter.getDescription() == null) {
        parameter.setDescription(
            "The id of the " + thing(operation.path(), parameter.getName()) + ".");
      }
    }
    bound(parameter.getSchema());
  }

  private static boolean isIdInPath(Parameter parameter) {
    String name = parameter.getName();
    return parameter.getIn() == Parameter.In.PATH && (name.equals("id") || name.endsWith("Id"));
  }

  private static void bound(Schema schema) {
    Bounds.complete(schema);
    boolean isText =
        schema.getType() != null && schema.getType().contains(Schema.SchemaType.STRING);
    if (isText && schema.getMaxLength() == null && schema.getEnumeration() == null) {
      schema.setMaxLength(Lengths.LINE);
    }
    Optional.ofNullable(schema.getAdditionalPropertiesSchema()).ifPresent(RequestParameters::bound);
  }

  /** What the path has an id of: the singular of the segment before it. */
  private static String thing(String path, String id) {
    List<String> segments = List.of(path.split("/", -1));
    return segments
        .get(segments.indexOf("{" + id + "}") - 1)
        .replaceFirst("s$", "")
        .replace('-', ' ');
  }

  private static Schema text(int maxLength, String pattern) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.STRING)
        .maxLength(maxLength)
        .pattern(pattern);
  }

  /** Nested, as the constants above need it before the class has its own. */
  private static final class Lengths {
    /** The longest line of a request's head that the server reads. */
    static final int LINE = 4_096;
  }
}
