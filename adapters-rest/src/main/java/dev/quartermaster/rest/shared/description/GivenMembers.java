package dev.quartermaster.rest.shared.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jspecify.annotations.Nullable;

/**
 * The members of what answers hold.
 *
 * @param schema its schema
 * @param type the record that is written
 */
record GivenMembers(Schema schema, ClassInfo type) {
  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);

  /** Tells which members are always there, and which of them may be null. */
  void complete() {
    schema
        .getProperties()
        .forEach(
            (name, property) -> {
              FieldInfo field = type.field(name);
              if (!isLeftOutAtTimes(field)) {
                schema.addRequired(name);
                if (isNullable(field)) {
                  property.addType(Schema.SchemaType.NULL);
                }
              }
            });
  }

  private boolean isLeftOutAtTimes(FieldInfo field) {
    return switch (inclusion(field)) {
      case NON_NULL, NON_ABSENT -> isNullable(field);
      case NON_EMPTY, NON_DEFAULT, CUSTOM -> true;
      case ALWAYS, USE_DEFAULTS -> false;
    };
  }

  private JsonInclude.Include inclusion(FieldInfo field) {
    return Optional.ofNullable(field.declaredAnnotation(INCLUDE))
        .or(() -> Optional.ofNullable(type.declaredAnnotation(INCLUDE)))
        .map(include -> JsonInclude.Include.valueOf(include.value().asEnum()))
        .orElse(JsonInclude.Include.ALWAYS);
  }

  private static boolean isNullable(FieldInfo field) {
    return field.type().hasAnnotation(NULLABLE);
  }
}
