package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.InvalidInput;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The last event that a client of a stream knows. The header counts more, for a browser repeats the
 * address with it when it comes back.
 */
public record LastEventId(
    @Parameter(
            description = "The id of the last event that the client got; the stream goes on there.",
            example = "4711",
            schema =
                @Schema(type = SchemaType.STRING, maxLength = 18, pattern = "^(0|[1-9][0-9]*)$"))
        @HeaderParam("Last-Event-ID")
        @Nullable String header,
    @Parameter(
            description = "The same, for clients that cannot send the header at first.",
            example = "4711",
            schema =
                @Schema(type = SchemaType.STRING, maxLength = 18, pattern = "^(0|[1-9][0-9]*)$"))
        @QueryParam("lastEventId")
        @Nullable String query) {
  private static final Pattern PLACE = Pattern.compile("0|[1-9][0-9]{0,17}");

  /**
   * The place in the log that the id names, if there is one.
   *
   * @throws InvalidInput naming the header or the parameter when it is none
   */
  public OptionalLong read() {
    return header == null || header.isBlank()
        ? read("lastEventId", query)
        : read("Last-Event-ID", header);
  }

  private static OptionalLong read(String name, @Nullable String text) {
    if (text == null) {
      return OptionalLong.empty();
    }
    String id = text.strip();
    if (!PLACE.matcher(id).matches()) {
      throw InvalidInput.of(name, "must be the id of an event, such as 4711");
    }
    return OptionalLong.of(Long.parseLong(id));
  }
}
