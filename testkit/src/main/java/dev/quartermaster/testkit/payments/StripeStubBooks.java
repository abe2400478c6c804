package dev.quartermaster.testkit.payments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the {@link StripeStub} has charged and paid back. */
public final class StripeStubBooks {
  private static final Set<String> METHODS =
      Set.of(StripeStub.GOOD, StripeStub.BAD, StripeStub.UNREFUNDABLE);

  private static final int PAGE = 2;

  private final SequencedMap<String, StripeStubIntent> intents = new LinkedHashMap<>();
  private int refunds;

  /** What was taken for a payment and not paid back, one amount for each charge. */
  public synchronized List<Long> kept(String payment) {
    return intents.values().stream()
        .filter(intent -> intent.payment().equals(payment))
        .map(StripeStubIntent::kept)
        .filter(kept -> kept > 0)
        .toList();
  }

  synchronized StripeStubAnswer create(Map<String, String> form) {
    if (!METHODS.contains(form.getOrDefault("payment_method", ""))) {
      return StripeStubAnswer.error(
          400, "invalid_request_error", "resource_missing", "No such PaymentMethod");
    }
    String id = "pi_" + (intents.size() + 1);
    intents.put(id, new StripeStubIntent(id, form));
    return intent(id);
  }

  synchronized StripeStubAnswer intent(String id) {
    return with(id, StripeStubIntent::shown);
  }

  /** A page of the list of all PaymentIntents, the newest first. */
  synchronized StripeStubAnswer newest(Map<String, String> query) {
    List<String> ids = new ArrayList<>(intents.sequencedKeySet().reversed());
    List<String> left = ids.subList(ids.indexOf(query.get("starting_after")) + 1, ids.size());
    List<String> page = left.subList(0, Math.min(left.size(), PAGE));
    return StripeStubAnswer.ok(
        """
        {"object": "list", "url": "/v1/payment_intents", "has_more": %s, "data": [%s]}
        """
            .formatted(
                page.size() < left.size(),
                page.stream().map(id -> intent(id).body()).collect(Collectors.joining(","))));
  }

  synchronized StripeStubAnswer confirm(String id) {
    return with(id, StripeStubIntent::confirmed);
  }

  synchronized StripeStubAnswer capture(String id) {
    return with(id, intent -> intent.moved("requires_capture", "succeeded"));
  }

  synchronized StripeStubAnswer cancel(String id) {
    return with(id, StripeStubIntent::cancelled);
  }

  synchronized StripeStubAnswer refund(Map<String, String> form) {
    refunds++;
    return with(
        form.getOrDefault("payment_intent", ""), intent -> intent.refunded("re_" + refunds, form));
  }

  synchronized StripeStubAnswer refunds(String id) {
    return with(id, StripeStubIntent::refunds);
  }

  private StripeStubAnswer with(String id, Function<StripeStubIntent, StripeStubAnswer> work) {
    StripeStubIntent intent = intents.get(id);
    return intent == null
        ? StripeStubAnswer.error(
            404, "invalid_request_error", "resource_missing", "No such payment_intent")
        : work.apply(intent);
  }
}
