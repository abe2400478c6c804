package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as clients see it.
 *
 * @param data the items
 * @param pagination where in the list the part lies
 * @param links the addresses of this part and of its neighbours
 * @param facets counts of the whole list by field, where the client asks for them
 * @param itemType what the items are, for an empty list too; no part of the answer
 */
public record ListView<T>(
    @Schema(description = "The items", maxItems = 1000) List<T> data,
    @Schema(description = "Where in the list this part lies") PaginationView pagination,
    @Schema(description = "The addresses of this part and of its neighbours")
        Map<String, String> links,
    @Schema(description = "Counts of the whole list by field, where the request asks for them")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Map<String, FacetView> facets,
    @JsonIgnore @Schema(hidden = true) Class<T> itemType) {
  public ListView {
    data = List.copyOf(data);
    links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    facets = facets == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(facets));
  }
}
