package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.Slice;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Shows parts of lists with the addresses of their neighbours, which stand in the header Link as
 * well (RFC 8288).
 */
public final class Lists {
  private Lists() {}

  /** The answer that shows the part. */
  public static <T, V> RestResponse<ListView<V>> show(
      Slice<T> slice, Class<V> viewType, Function<? super T, ? extends V> view, UriInfo uri) {
    return show(slice, viewType, view, Map.of(), uri);
  }

  /** The same answer with counts of the whole list by field. */
  public static <T, V> RestResponse<ListView<V>> show(
      Slice<T> slice,
      Class<V> viewType,
      Function<? super T, ? extends V> view,
      Map<String, FacetView> facets,
      UriInfo uri) {
    return answer(
        new ListView<V>(
            slice.<V>map(view).items(),
            PaginationView.of(slice.paging()),
            links(slice, uri),
            facets.isEmpty() ? null : facets,
            viewType));
  }

  /** The answer that shows a list which is always short enough to be given whole. */
  public static <T, V> RestResponse<ListView<V>> showWhole(
      List<T> items, Class<V> viewType, Function<? super T, ? extends V> view, UriInfo uri) {
    int size = items.size();
    return answer(
        new ListView<V>(
            items.stream().<V>map(view).toList(),
            PaginationView.of(new Slice.Numbered(1, Math.max(1, size), size)),
            Map.of("self", relative(uri.getRequestUriBuilder())),
            null,
            viewType));
  }

  private static <V> RestResponse<ListView<V>> answer(ListView<V> list) {
    return RestResponse.ResponseBuilder.ok(list)
        .header(HttpHeaders.LINK, linkHeader(list.links()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private static Map<String, String> links(Slice<?> slice, UriInfo uri) {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", relative(uri.getRequestUriBuilder()));
    switch (slice.paging()) {
      case Slice.Numbered numbered -> {
        links.put("first", page(uri, 1));
        if (numbered.page() > 1) {
          links.put("prev", page(uri, numbered.page() - 1L));
        }
        boolean full = slice.items().size() == numbered.limit();
        if (numbered.page() < numbered.pages() || (numbered.atLeast() && full)) {
          links.put("next", page(uri, numbered.page() + 1L));
        }
        if (!numbered.atLeast()) {
          links.put("last", page(uri, Math.max(1, numbered.pages())));
        }
      }
      case Slice.Cursor cursor ->
          cursor
              .next()
              .ifPresent(
                  next ->
                      links.put(
                          "next",
                          relative(uri.getRequestUriBuilder().replaceQueryParam("after", next))));
    }
    return links;
  }

  private static String page(UriInfo uri, long number) {
    return relative(uri.getRequestUriBuilder().replaceQueryParam("page", number));
  }

  private static String relative(UriBuilder address) {
    URI uri = address.build();
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static String linkHeader(Map<String, String> links) {
    return links.entrySet().stream()
        .map(link -> "<" + link.getValue() + ">; rel=\"" + link.getKey() + "\"")
        .collect(Collectors.joining(", "));
  }
}
