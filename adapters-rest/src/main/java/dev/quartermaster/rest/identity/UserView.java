package dev.quartermaster.rest.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user as clients see them; never with anything of the password. */
@Schema(name = "User", description = "A person with an account")
record UserView(
    @Schema(description = "Identifies the user") UUID id,
    @Schema(
            description = "How the person is called",
            maxLength = User.MAX_NAME_LENGTH,
            examples = "Ada Lovelace")
        String name,
    @Schema(
            description = "Email address",
            format = "email",
            maxLength = 254,
            examples = "ada@example.com")
        String email,
    @Schema(
            description = "Roles: customer, staff, admin",
            maxItems = 10,
            examples = "[\"customer\"]")
        List<@Pattern(regexp = "customer|staff|admin") @Size(max = 40) String> roles,
    @Schema(description = "Whether the address is known to be the person's") boolean emailVerified,
    @Schema(
            description = "In which language the person is written to",
            enumeration = {"en", "de"},
            examples = "en")
        String locale,
    @Schema(
            description =
                "Whether log-ins need a second factor; told of one's own account, at /users/me")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Boolean mfaEnabled,
    @Schema(description = "When the person signed up") Instant createdAt,
    @Schema(description = "When the account last changed") Instant updatedAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  static final String PATH = "/api/v1/users";

  UserView {
    roles = List.copyOf(roles);
  }

  static UserView of(User user, Actor actor) {
    return new UserView(
        user.id().value(),
        user.name(),
        user.email().value(),
        user.roles().stream().sorted().map(Role::code).toList(),
        user.emailVerified(),
        user.language().code(),
        null,
        user.createdAt(),
        user.updatedAt(),
        links(user, actor));
  }

  /** The view with what is told of one's own account alone. */
  UserView withMfa(boolean enabled) {
    return new UserView(
        id, name, email, roles, emailVerified, locale, enabled, createdAt, updatedAt, links);
  }

  private static Map<String, String> links(User user, Actor actor) {
    String self = PATH + "/" + user.id();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    boolean isOwn = actor.is(user.id());
    boolean outranks =
        actor.may(Permission.USERS_WRITE) && user.permissions().stream().allMatch(actor::may);
    if (isOwn || outranks) {
      links.put("edit", self);
      links.put("delete", self);
    }
    if (outranks) {
      links.put("roles", self + "/roles");
    }
    if (isOwn) {
      if (!user.emailVerified()) {
        links.put("verification", "/api/v1/auth/email/resend");
      }
      links.put("orders", "/api/v1/orders");
      links.put("sessions", SessionView.PATH);
      links.put("logout", "/api/v1/auth/logout");
    }
    return links;
  }
}
