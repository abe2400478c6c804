package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

/**
 * Which webhooks a list holds; every condition given must be met.
 *
 * @param owner webhooks of this user
 * @param status exactly this status
 */
public record WebhookFilter(Optional<UserId> owner, Optional<WebhookStatus> status) {}
