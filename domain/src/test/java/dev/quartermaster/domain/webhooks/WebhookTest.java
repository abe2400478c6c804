package dev.quartermaster.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final WebhookUrl URL = WebhookUrl.of("https://shop.example/hooks");

  @Test
  void wantsWhatOneOfItsPatternsMatches() {
    Webhook webhook = webhook("order.placed", "payment.*");

    assertThat(webhook.wants("order.placed")).isTrue();
    assertThat(webhook.wants("payment.captured")).isTrue();
    assertThat(webhook.wants("order.shipped")).isFalse();
  }

  @Test
  void allThatIsWrongWithANewOneIsNamedAtOnce() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> create(Set.of(), Optional.of("x".repeat(Webhook.MAX_DESCRIPTION_LENGTH + 1))))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly("eventTypes", "description"));
  }

  @Test
  void takesAsManyTypesAsPromised() {
    assertThat(create(types(Webhook.MAX_EVENT_TYPES), Optional.empty()).eventTypes())
        .hasSize(Webhook.MAX_EVENT_TYPES);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> create(types(Webhook.MAX_EVENT_TYPES + 1), Optional.empty()));
  }

  @Test
  void whatIsLeftOutStays() {
    Webhook webhook = webhook("order.*");
    Webhook changed = webhook.changed(status(WebhookStatus.DISABLED), LATER);

    assertThat(changed.status()).isEqualTo(WebhookStatus.DISABLED);
    assertThat(changed.url()).isEqualTo(webhook.url());
    assertThat(changed.eventTypes()).isEqualTo(webhook.eventTypes());
    assertThat(changed.description()).contains("warehouse");
    assertThat(changed.updatedAt()).isEqualTo(LATER);
    assertThat(changed.version()).isEqualTo(2);
  }

  @Test
  void anEmptyDescriptionTakesItAway() {
    WebhookChanges changes =
        new WebhookChanges(Optional.empty(), Optional.empty(), Optional.of(" "), Optional.empty());

    assertThat(webhook("*").changed(changes, LATER).description()).isEmpty();
  }

  @Test
  void aChangeToWhatItIsChangesNothing() {
    Webhook webhook = webhook("order.*");

    assertThat(webhook.changed(status(WebhookStatus.ENABLED), LATER)).isSameAs(webhook);
  }

  @Test
  void whoIsEnabledAgainOrMovesBeginsAnew() {
    Webhook failing = webhook("*").withHealth(WebhookHealth.HEALTHY.failed(NOW));
    WebhookChanges elsewhere =
        new WebhookChanges(
            Optional.of(WebhookUrl.of("https://another.example")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(failing.changed(elsewhere, LATER).health()).isEqualTo(WebhookHealth.HEALTHY);
    assertThat(failing.givenUp(NOW).changed(status(WebhookStatus.ENABLED), LATER).health())
        .isEqualTo(WebhookHealth.HEALTHY);
    assertThat(
            failing
                .changed(
                    new WebhookChanges(
                        Optional.empty(),
                        Optional.of(Set.of(new EventTypePattern("order.placed"))),
                        Optional.empty(),
                        Optional.empty()),
                    LATER)
                .health())
        .isEqualTo(failing.health());
  }

  @Test
  void whatIsGivenUpIsSentNothing() {
    Webhook givenUp = webhook("*").givenUp(LATER);

    assertThat(givenUp.isEnabled()).isFalse();
    assertThatExceptionOfType(WebhookNotEnabled.class).isThrownBy(givenUp::requireEnabled);
  }

  private static WebhookChanges status(WebhookStatus status) {
    return new WebhookChanges(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(status));
  }

  private static Webhook webhook(String... patterns) {
    return create(
        Set.of(patterns).stream().map(EventTypePattern::new).collect(Collectors.toSet()),
        Optional.of(" warehouse "));
  }

  private static Set<EventTypePattern> types(int number) {
    return IntStream.range(0, number)
        .mapToObj(type -> new EventTypePattern("order.type" + type))
        .collect(Collectors.toSet());
  }

  private static Webhook create(Set<EventTypePattern> types, Optional<String> description) {
    return Webhook.create(
        new WebhookId(new UUID(1, 1)), new UserId(new UUID(2, 2)), URL, types, description, NOW);
  }
}
