package dev.quartermaster.rest.identity;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose password is forgotten. */
@Schema(description = "Whose password is forgotten")
record PasswordForgottenRequest(
    @Schema(
            description = "Email address of the account",
            format = "email",
            maxLength = 254,
            examples = "ada@example.com")
        @NotNull(message = "must be given") @Email String email) {}
