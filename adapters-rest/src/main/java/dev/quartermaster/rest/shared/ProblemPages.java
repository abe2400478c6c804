package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.NotFound;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages that the {@code type} of a problem leads to. */
@Path("/problems")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
@NonBlocking
public final class ProblemPages {

  @GET
  @Operation(hidden = true)
  public String all() {
    return page(
        "Problems",
        Stream.of(ProblemType.values())
            .map(
                type ->
                    "<li><a href=\"/problems/%s\">%s</a> (%d): %s</li>"
                        .formatted(type.code(), type.code(), type.status(), type.title()))
            .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>")));
  }

  @GET
  @Path("{code}")
  @Operation(hidden = true)
  public String one(@PathParam("code") String code) {
    ProblemType type =
        ProblemType.ofCode(code).orElseThrow(() -> new NotFound("problem type", code));
    return page(
        type.title(),
        "<p><code>%s</code>, HTTP status %d</p>\n<p>%s</p>\n<p><a href=\"/problems\">All problems</a></p>"
            .formatted(type.code(), type.status(), type.explanation()));
  }

  private static String page(String title, String content) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="data:,">
        <title>%s</title>
        <style>
        body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; }
        a { color: light-dark(#0b5c63, #7fd6d0); }
        </style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(title, title, content);
  }
}
