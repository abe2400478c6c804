package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How clients find products. */
@EndToEnd
class ProductSearchTest {
  private final String mark = UUID.randomUUID().toString().replace("-", "");
  private String administrator = "";

  @BeforeEach
  void fourProducts() {
    administrator = Shop.administrator();
    add("Café mug " + mark, "", Map.of("colour", "red", "size", 12.5, "new", true), "active");
    add("Bowl " + mark, "Like the café mug.", Map.of("colour", "red"), "active");
    add("Lampshade " + mark, "", Map.of("colour", "blue", "size", "12.5"), "active");
    add("Draft " + mark, "", Map.of("colour", "blue"), "draft");
  }

  @Test
  void aSearchGivesTheMostRelevantFirst() {
    assertThat(names("q", "cafe mug " + mark)).containsExactly("Café mug", "Bowl");
    assertThat(names("q", "cafe mug " + mark, "sort", "relevance"))
        .containsExactly("Café mug", "Bowl");
    assertThat(names("q", "cafe mug " + mark, "sort", "name")).containsExactly("Bowl", "Café mug");
    assertThat(names("q", mark + " lampshdae")).containsExactly("Lampshade");
    assertThat(names("q", mark + " lamp")).containsExactly("Lampshade");
    assertThat(names("q", mark + " umbrella")).isEmpty();
  }

  @Test
  void aPartOfASkuIsEnough() {
    assertThat(names("q", mark.substring(4) + "/L")).containsExactly("Lampshade");
    assertThat(names("q", "Q-" + mark)).hasSize(3);
  }

  @Test
  void aSearchIsNarrowedByEveryFilter() {
    assertThat(names("q", mark, "attributes.colour", "red")).containsExactly("Bowl", "Café mug");
    assertThat(names("q", mark, "attributes.size", "12.5"))
        .containsExactly("Lampshade", "Café mug");
    assertThat(names("q", mark, "attributes.size", "12.50")).containsExactly("Café mug");
    assertThat(names("q", mark, "attributes.new", "true")).containsExactly("Café mug");
    assertThat(names("q", mark, "attributes.colour", "red", "attributes.size", "12.5"))
        .containsExactly("Café mug");
    assertThat(names("q", mark, "category", "kitchen", "minPrice", "2000")).isEmpty();
    assertThat(names("attributes.size", "12.50", "attributes.mark", mark)).isEmpty();
    List<String> either =
        anonymous()
            .queryParam("q", mark)
            .queryParam("attributes.colour", "red", "blue")
            .get(API + "/products")
            .path("data.name");
    assertThat(either).hasSize(3);
  }

  @Test
  void facetsCountWhatTheCallerMaySee() {
    Response counted = search("q", mark, "facets", "status,attributes.colour", "limit", "1");

    assertThat(counted.<List<Object>>path("data")).hasSize(1);
    assertThat(counted.<Map<String, Object>>path("facets"))
        .containsOnlyKeys("status", "attributes.colour");
    assertThat(counted.<Object>path("facets.status"))
        .isEqualTo(
            Map.of(
                "values", List.of(Map.of("value", "active", "count", 3)),
                "moreValues", false,
                "countsAreAtLeast", false));
    assertThat(counted.<List<Object>>path("facets.'attributes.colour'.values"))
        .containsExactly(Map.of("value", "red", "count", 2), Map.of("value", "blue", "count", 1));
    assertThat(
            as(administrator)
                .queryParam("q", mark)
                .queryParam("facets", "status")
                .get(API + "/products")
                .<List<String>>path("facets.status.values.value"))
        .containsExactly("active", "draft");
    assertThat(search("q", mark).<Object>path("facets")).isNull();
    assertThat(search("facets", "category").<List<String>>path("facets.category.values.value"))
        .contains("kitchen");
  }

  @Test
  void aCursorIsGoodForItsOwnSearchAlone() {
    String cursor = search("q", mark, "after", "", "limit", "1").path("pagination.next");

    assertThat(names("q", mark, "after", cursor)).hasSize(2);
    String altered = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);
    for (Response other :
        List.of(
            search("q", mark, "after", altered),
            search("q", mark + " mug", "after", cursor),
            search("after", cursor),
            search("q", mark, "sort", "name", "after", cursor),
            search("q", mark, "attributes.colour", "red", "after", cursor),
            as(administrator)
                .queryParam("q", mark)
                .queryParam("after", cursor)
                .get(API + "/products"))) {
      assertThat(other.statusCode()).as(other.asString()).isEqualTo(400);
      assertThat(other.<List<String>>path("errors.field")).containsExactly("after");
    }
  }

  @Test
  void aWalkByRelevanceVisitsEachOnce() {
    List<String> visited = new ArrayList<>();
    String next = "";
    while (next != null) {
      Response part = search("q", mark, "after", next, "limit", "2");
      visited.addAll(part.path("data.name"));
      next = part.path("pagination.next");
      assertThat(visited.size()).isLessThan(10);
    }

    assertThat(visited).containsExactly("Lampshade " + mark, "Bowl " + mark, "Café mug " + mark);
  }

  private void add(String name, String description, Map<String, Object> attributes, String status) {
    as(administrator)
        .body(
            Map.of(
                "sku", "Q-" + mark + "/" + name.charAt(0),
                "name", name,
                "description", description,
                "category", "kitchen",
                "price", Map.of("amount", 1999, "currency", "EUR"),
                "attributes", attributes,
                "status", status))
        .post(API + "/products")
        .then()
        .statusCode(201);
  }

  private List<String> names(String... parameters) {
    Response found = search(parameters);
    assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
    return found.<List<String>>path("data.name").stream()
        .map(name -> name.replace(" " + mark, ""))
        .toList();
  }

  /** The list under parameters that are given as name, value, name, value. */
  private static Response search(String... parameters) {
    var request = anonymous();
    IntStream.range(0, parameters.length / 2)
        .forEach(index -> request.queryParam(parameters[2 * index], parameters[2 * index + 1]));
    return request.get(API + "/products");
  }
}
