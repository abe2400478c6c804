package dev.quartermaster.rest.audit;

import dev.quartermaster.domain.audit.ChainHash;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.domain.shared.InvalidInput;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A place of the chain that the client noted. */
record AnchorParameters(
    @Parameter(
            description = "A place noted earlier, such as from the log; together with hash.",
            example = "4711",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
        @QueryParam("sequence")
        @Nullable String sequence,
    @Parameter(
            description = "The hash noted of that place.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 64, pattern = "^[0-9a-f]{64}$"))
        @QueryParam("hash")
        @Nullable String hash) {

  /**
   * The place, if the client noted one.
   *
   * @throws InvalidInput naming the parameter at fault
   */
  Optional<ChainLink> read() {
    if (sequence == null && hash == null) {
      return Optional.empty();
    }
    if (sequence == null || !sequence.matches("[1-9][0-9]{0,17}")) {
      throw InvalidInput.of("sequence", "must be a whole number from 1, together with hash");
    }
    if (hash == null) {
      throw InvalidInput.of("hash", "must be given together with sequence");
    }
    return Optional.of(new ChainLink(Long.parseLong(sequence), ChainHash.noted("hash", hash)));
  }
}
