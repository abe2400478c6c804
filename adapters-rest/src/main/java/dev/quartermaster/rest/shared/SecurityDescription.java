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
 * Adds API keys to the API's description: whatever takes an access token takes a key in its place,
 * unless it is marked as {@link #PEOPLE_ONLY}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.RUN)
public final class SecurityDescription implements OASFilter {
  /** Marks an operation that no API key can do, whatever its scopes. */
  public static final String PEOPLE_ONLY = "x-people-only";

  private static final String BEARER = "bearer";
  private static final String API_KEY = "apiKey";

  @Override
  public Operation filterOperation(Operation operation) {
    List<SecurityRequirement> security = operation.getSecurity();
    if (security != null && security.stream().anyMatch(way -> way.hasScheme(BEARER))) {
      if (!isForPeopleOnly(operation)
          && security.stream().noneMatch(way -> way.hasScheme(API_KEY))) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(API_KEY));
      }
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
                .description("A key that POST /api/v1/api-keys gives; not with Authorization"));
  }

  private static boolean isForPeopleOnly(Operation operation) {
    Map<String, Object> marks = operation.getExtensions();
    return marks != null && Boolean.TRUE.equals(marks.get(PEOPLE_ONLY));
  }
}
