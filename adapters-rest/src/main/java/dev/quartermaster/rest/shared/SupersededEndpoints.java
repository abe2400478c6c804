package dev.quartermaster.rest.shared;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says with the answers of a superseded endpoint since when, until when and by what it is. */
@Singleton
final class SupersededEndpoints {
  private static final int BEFORE_ALL_THAT_REFUSE = 1;

  /** As RFC 9110 writes instants; Java's own form of it leaves out zeros. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  @ServerRequestFilter(priority = BEFORE_ALL_THAT_REFUSE)
  void announce(ResourceInfo resource, RoutingContext context) {
    Superseded superseded = resource.getResourceMethod().getAnnotation(Superseded.class);
    if (superseded != null) {
      context.addHeadersEndHandler(_ -> add(superseded, context.response().headers()));
    }
  }

  private static void add(Superseded superseded, MultiMap headers) {
    headers.set("Deprecation", "@" + startOf(superseded.since()).toEpochSecond());
    headers.set("Sunset", HTTP_DATE.format(startOf(superseded.sunset())));
    headers.add("Link", "<" + superseded.by() + ">; rel=\"successor-version\"");
  }

  private static ZonedDateTime startOf(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC);
  }
}
