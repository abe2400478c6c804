package dev.quartermaster.testkit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.webhooks.MessageBodies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link MessageBodies} promise. */
public abstract class MessageBodiesContract {

  /** The port under test. */
  protected abstract MessageBodies bodies();

  @Test
  void anEventIsACloudEventInOneOrder() {
    PublishedEvent event =
        new PublishedEvent(
            4_711,
            UUID.fromString("01a20597-8c22-7148-b2fc-1267c16036a3"),
            "order.placed",
            1,
            "order",
            "42",
            3,
            Optional.empty(),
            "user:7",
            Optional.of("request-1"),
            Instant.parse("2026-03-01T10:15:30Z"),
            Map.of(
                "total",
                Map.of("currency", "EUR", "amount", 1_999L),
                "id",
                "42",
                "isGift",
                true,
                "items",
                List.of(Map.of("sku", "ünï \"quoted\"", "quantity", 2))));

    assertThat(bodies().of(event))
        .isEqualTo(
            """
            {"actor":"user:7","data":{"id":"42","isGift":true,"items":[{"quantity":2,"sku":\
            "ünï \\"quoted\\""}],"total":{"amount":1999,"currency":"EUR"}},"datacontenttype":\
            "application/json","id":"01a20597-8c22-7148-b2fc-1267c16036a3","position":"4711",\
            "requestid":"request-1","schemaversion":1,"sequence":"3","source":"/api/v1",\
            "specversion":"1.0","subject":"order/42","time":"2026-03-01T10:15:30Z",\
            "type":"order.placed"}""");
  }
}
