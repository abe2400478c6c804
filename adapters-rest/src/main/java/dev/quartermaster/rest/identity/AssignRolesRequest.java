package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All roles that an account shall have. */
@Schema(description = "All roles that an account shall have")
record AssignRolesRequest(
    @Schema(description = "customer, staff or admin", examples = "[\"customer\", \"staff\"]")
        @NotEmpty(message = "must name at least one role") @Size(max = 10, message = "must have at most {max} entries") List<
                @NotNull(message = "must be given") @Size(max = 40, message = "must have at most {max} characters") String>
            roles) {

  /** The roles that the names stand for. */
  Set<Role> toRoles() {
    EnumSet<Role> known = EnumSet.noneOf(Role.class);
    List<FieldError> errors = new ArrayList<>();
    for (int index = 0; index < roles.size(); index++) {
      String field = "roles[" + index + "]";
      Role.ofCode(roles.get(index))
          .ifPresentOrElse(
              known::add,
              () -> errors.add(new FieldError(field, "must be customer, staff or admin")));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return known;
  }
}
