package dev.quartermaster.rest.identity;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a provider sends along with the browser (RFC 6749, 4.1.2). */
record ExternalSignInParameters(
    @QueryParam("code") @Parameter(description = "What the sign-in is completed by")
        Optional<String> code,
    @QueryParam("state") @Parameter(description = "What the provider was given")
        Optional<String> state,
    @QueryParam("error") @Parameter(description = "Why the provider sends no code")
        Optional<String> error) {}
