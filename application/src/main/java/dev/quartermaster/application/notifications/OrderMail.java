package dev.quartermaster.application.notifications;

import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a customer is written about an event.
 *
 * @param template what the mail says
 * @param event what happened
 */
record OrderMail(MailTemplate template, PublishedEvent event) {

  /** The mail about the event; empty for those about which nobody is written. */
  static Optional<OrderMail> of(PublishedEvent event) {
    return template(event.type()).map(template -> new OrderMail(template, event));
  }

  /** What the template is filled with. */
  Map<String, String> parameters() {
    return template.parameters().stream()
        .collect(Collectors.toMap(name -> name, name -> value(name, event.data())));
  }

  private static Optional<MailTemplate> template(String type) {
    return switch (type) {
      case "order.confirmed" -> Optional.of(MailTemplate.ORDER_CONFIRMED);
      case "order.shipped" -> Optional.of(MailTemplate.ORDER_SHIPPED);
      case "order.refunded" -> Optional.of(MailTemplate.ORDER_REFUNDED);
      default -> Optional.empty();
    };
  }

  private static String value(String name, Map<String, Object> data) {
    Object value =
        switch (name) {
          case MailTemplate.AMOUNT, MailTemplate.CURRENCY ->
              data.get("total") instanceof Map<?, ?> total ? total.get(name) : null;
          default -> data.get(name);
        };
    if (value == null) {
      throw new IllegalArgumentException("an event of an order without " + name);
    }
    return value.toString();
  }
}
