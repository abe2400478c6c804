package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.InvalidInput;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the UUIDs by which resources are addressed. */
public final class Identifier {
  /** Stricter than {@link UUID#fromString(String)}, which fills up missing digits. */
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Identifier() {}

  /** The UUID that the text holds, if it holds one. */
  public static Optional<UUID> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }

  /**
   * The UUID of a path or query parameter.
   *
   * @throws InvalidInput naming the parameter when it is none
   */
  public static UUID of(String parameter, String text) {
    return parse(text)
        .orElseThrow(
            () ->
                InvalidInput.of(
                    parameter, "must be a UUID such as 01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d"));
  }
}
