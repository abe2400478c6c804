package dev.quartermaster.rest.events;

import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.StorableText;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which events a stream shall hold. */
record EventFilterParameters(
    @Parameter(
            description = "Only of these types, comma-separated.",
            example = "order.placed,order.shipped",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    maxLength = 1000,
                    pattern = "^[a-z_]+\\.[a-z_]+(,[a-z_]+\\.[a-z_]+)*$"))
        @QueryParam("type")
        @Nullable String type,
    @Parameter(
            description = "Only of what happens to such things.",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"order", "payment", "product", "user"}))
        @QueryParam("aggregateType")
        @Nullable String aggregateType,
    @Parameter(
            description = "Only of what happens to this thing.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
        @QueryParam("aggregateId")
        @Nullable String aggregateId) {

  Set<String> types() {
    return type == null ? Set.of() : Set.of(type.split(",", -1));
  }

  Optional<String> wantedAggregateType() {
    return Optional.ofNullable(aggregateType);
  }

  /**
   * Which thing.
   *
   * @throws InvalidInput when nothing can be called so
   */
  Optional<String> wantedAggregateId() {
    if (aggregateId != null && !StorableText.isStorable(aggregateId)) {
      throw InvalidInput.of("aggregateId", StorableText.RULE);
    }
    return Optional.ofNullable(aggregateId);
  }
}
