package dev.quartermaster.rest.shared.description;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that answers carry. */
enum Headers {
  REQUEST_ID(
      "X-Request-Id",
      "Names the request, as it was sent or else as the server chose",
      text(128, "^[\\x21-\\x7e]+$"),
      "01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d"),
  ALLOWED_ORIGIN(
      "Access-Control-Allow-Origin",
      "To pages of an allowed origin: that origin; otherwise left out",
      text(2_048, "^https?://\\S+$"),
      "https://shop.example"),
  RATE_LIMIT(
      "RateLimit-Limit",
      "How many requests the client may send in a time; left out where limits are off",
      number(1),
      100),
  RATE_LIMIT_REMAINING("RateLimit-Remaining", "How many of them are left", number(0), 87),
  RATE_LIMIT_RESET(
      "RateLimit-Reset", "In how many seconds they are all there again", number(0), 540),
  RATE_LIMIT_POLICY(
      "RateLimit-Policy",
      "The limit, and the seconds that it is for",
      text(40, "^[0-9]+;w=[0-9]+$"),
      "100;w=900"),
  RETRY_AFTER("Retry-After", "After how many seconds a repetition makes sense", number(1), 5),
  CHALLENGE("WWW-Authenticate", "How to show who one is", text(40, "^[A-Za-z]+$"), "Bearer"),
  LOCATION(
      "Location",
      "The address of what was made, or where to go",
      text(2_048, "^\\S+$"),
      "/api/v1/orders/01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d"),
  ENTITY_TAG(
      "ETag",
      "The version of what is shown, for If-None-Match and If-Match; left out where it has none or"
          + " must not be kept",
      text(64, "^\"[^\"]+\"$"),
      "\"3\""),
  LINK(
      "Link",
      "The addresses of this part of the list and of its neighbours (RFC 8288)",
      text(8_192, "^<.+>; rel=\".+\"$"),
      "</api/v1/products?page=2>; rel=\"next\""),
  REPLAYED(
      "Idempotency-Replayed",
      "true where the answer is that of an earlier request with the same Idempotency-Key;"
          + " otherwise left out",
      OASFactory.createSchema().addType(Schema.SchemaType.STRING).addEnumeration("true"),
      "true");

  /** On every answer. */
  static final List<Headers> ALWAYS = List.of(REQUEST_ID, ALLOWED_ORIGIN);

  /** On every answer to a request that is counted. */
  static final List<Headers> COUNTED =
      List.of(RATE_LIMIT, RATE_LIMIT_REMAINING, RATE_LIMIT_RESET, RATE_LIMIT_POLICY);

  private final String header;
  private final String description;
  private final Schema schema;
  private final Object example;

  Headers(String header, String description, Schema schema, Object example) {
    this.header = header;
    this.description = description;
    this.schema = schema;
    this.example = example;
  }

  static void declare(Components components) {
    for (Headers each : values()) {
      components.addHeader(
          each.header,
          OASFactory.createHeader()
              .description(each.description)
              .schema(each.schema)
              .example(each.example));
    }
  }

  void addTo(APIResponse response) {
    response.addHeader(header, OASFactory.createHeader().ref(header));
  }

  /** Adds what every answer to such a request carries. */
  static void addTo(APIResponse response, boolean counted) {
    ALWAYS.forEach(each -> each.addTo(response));
    if (counted) {
      COUNTED.forEach(each -> each.addTo(response));
    }
  }

  private static Schema text(int maxLength, String pattern) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.STRING)
        .maxLength(maxLength)
        .pattern(pattern);
  }

  private static Schema number(int minimum) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.INTEGER)
        .format("int64")
        .minimum(BigDecimal.valueOf(minimum))
        .maximum(Schemas.LARGEST_EXACT);
  }
}
