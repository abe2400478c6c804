package dev.quartermaster.payments.payments;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What we write on things at Stripe, so that they can be told from those of others. */
final class StripeMetadata {
  /** Which payment of ours it belongs to. */
  static final String PAYMENT = "quartermaster_payment";

  /** Which refund of ours it is. */
  static final String REFUND = "quartermaster_refund";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private StripeMetadata() {}

  /** The id of ours under that name; none on what is not ours. */
  static Optional<UUID> id(@Nullable Map<String, String> metadata, String name) {
    return Optional.ofNullable(metadata)
        .map(written -> written.get(name))
        .filter(id -> ID.matcher(id).matches())
        .map(UUID::fromString);
  }
}
