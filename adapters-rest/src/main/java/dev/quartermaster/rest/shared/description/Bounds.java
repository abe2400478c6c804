package dev.quartermaster.rest.shared.description;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The bounds that all numbers and texts have, where no narrower ones are told. */
final class Bounds {
  private static final BigDecimal LARGEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

  private Bounds() {}

  static void complete(Schema schema) {
    if (schema.getRef() != null) {
      schema.setType(null);
      return;
    }
    List<Schema.SchemaType> types = Optional.ofNullable(schema.getType()).orElse(List.of());
    if (types.contains(Schema.SchemaType.INTEGER)) {
      boundNumber(schema);
    }
    if (types.contains(Schema.SchemaType.STRING)) {
      boundText(schema);
    }
  }

  private static void boundNumber(Schema schema) {
    BigDecimal largest = "int32".equals(schema.getFormat()) ? LARGEST_INT : Schemas.LARGEST_EXACT;
    if (schema.getMinimum() == null) {
      schema.setMinimum(largest.negate());
    }
    if (schema.getMaximum() == null) {
      schema.setMaximum(largest);
    }
  }

  private static void boundText(Schema schema) {
    String pattern = schema.getPattern();
    if (pattern != null && !pattern.startsWith("^") && !pattern.equals("\\S")) {
      // Bean Validation wants the whole text to match, JSON Schema any part of it.
      schema.setPattern("^(?:" + pattern + ")$");
    }
    if (pattern == null && schema.getFormat() == null && schema.getEnumeration() == null) {
      schema.setPattern(Schemas.TEXT);
    }
  }
}
