package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.User;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of an account shall be different; what is left out stays. */
@Schema(description = "What of an account shall be different; what is left out stays")
record EditUserRequest(
    @Schema(description = "Another name", examples = "Ada King")
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank") @Size(max = User.MAX_NAME_LENGTH, message = "must have 1 to {max} characters") @Nullable String name,
    @Schema(
            description = "Another email address",
            format = "email",
            maxLength = 254,
            examples = "ada.king@example.com")
        @Email @Nullable String email,
    @Schema(description = "Another language to be written to in", examples = "de")
        @Pattern(regexp = "en|de", message = "must be en or de") @Nullable String locale) {}
