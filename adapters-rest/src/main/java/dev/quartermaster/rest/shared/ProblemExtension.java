package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.DomainException;
import java.util.Map;

/** What a context has to add to the problems that tell of its refusals. */
public interface ProblemExtension {

  /** Further members of the problem by name; empty for refusals that it knows nothing of. */
  Map<String, Object> of(DomainException refusal);
}
