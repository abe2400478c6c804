package dev.quartermaster.mail.notifications;

import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.qute.Engine;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/**
 * {@code GET /dev/mailbox}: the mails that were sent, as a page or, for those who ask for it, as
 * JSON; with {@code ?to=} those to one address. The package is built without it.
 */
@Singleton
@UnlessBuildProfile("prod")
class DevMailboxPage {
  static final String PATH = "/dev/mailbox";
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";

  private final DevMailbox mailbox;
  private final Engine engine;

  DevMailboxPage(DevMailbox mailbox, Engine engine) {
    this.mailbox = mailbox;
    this.engine = engine;
  }

  void add(@Observes Router router) {
    router.get(PATH).produces(HTML).produces(JSON).handler(this::answer);
  }

  private void answer(RoutingContext context) {
    List<DevMailbox.Kept> mails = asked(context);
    boolean asJson = Objects.equals(context.getAcceptableContentType(), JSON);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, (asJson ? JSON : HTML) + ";charset=UTF-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .end(asJson ? json(mails) : page(mails));
  }

  private List<DevMailbox.Kept> asked(RoutingContext context) {
    String to = context.request().getParam("to");
    return mailbox.mails().stream()
        .filter(kept -> to == null || kept.mail().to().equals(to))
        .toList();
  }

  private String page(List<DevMailbox.Kept> mails) {
    return engine.getTemplate("mail/mailbox.html").data("mails", mails).render();
  }

  private static String json(List<DevMailbox.Kept> mails) {
    JsonArray data = new JsonArray();
    mails.forEach(kept -> data.add(json(kept)));
    return new JsonObject().put("data", data).encodePrettily();
  }

  private static JsonObject json(DevMailbox.Kept kept) {
    RenderedMail mail = kept.mail();
    JsonObject json =
        new JsonObject()
            .put("id", mail.id().toString())
            .put("to", mail.to())
            .put("subject", mail.subject())
            .put("text", mail.text())
            .put("html", mail.html())
            .put("at", kept.at().toString());
    mail.link().ifPresent(link -> json.put("link", link));
    mail.token().ifPresent(token -> json.put("token", token));
    return json;
  }
}
