package dev.quartermaster.rest.shared;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds API keys and browsers' sessions to the API's description: whatever takes an access token
 * takes either in its place, but no key where it is marked as {@link #PEOPLE_ONLY}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.RUN)
public final class SecurityDescription implements OASFilter {
  /** Marks an operation that no API key can do, whatever its scopes. */
  public static final String PEOPLE_ONLY = "x-people-only";

  private static final String BEARER = "bearer";
  private static final String API_KEY = "apiKey";
  private static final String BROWSER_SESSION = "browserSession";

  @Override
  public Operation filterOperation(Operation operation) {
    List<SecurityRequirement> security = operation.getSecurity();
    if (security != null && security.stream().anyMatch(way -> way.hasScheme(BEARER))) {
      if (!isForPeopleOnly(operation)) {
        allow(API_KEY, operation);
      }
      allow(BROWSER_SESSION, operation);
    }
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getComponents()
        .addSecurityScheme(
            API_KEY,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-API-Key")
                .description("A key that POST /api/v1/api-keys gives; not with Authorization"))
        .addSecurityScheme(
            BROWSER_SESSION,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("__Host-quartermaster-session")
                .description(
                    "The cookie that POST /api/v1/auth/session sets; each change also needs the"
                        + " session's csrfToken as X-CSRF-Token"));
  }

  private static void allow(String scheme, Operation operation) {
    if (operation.getSecurity().stream().noneMatch(way -> way.hasScheme(scheme))) {
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(scheme));
    }
  }

  private static boolean isForPeopleOnly(Operation operation) {
    Map<String, Object> marks = operation.getExtensions();
    return marks != null && Boolean.TRUE.equals(marks.get(PEOPLE_ONLY));
  }
}
