package dev.quartermaster.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients of the last release can go on with what the code gives now; and if not, it is seen. */
class BreakingChangesTest {
  private static final String SCHEMAS = "/components/schemas/";
  private static final String PRODUCT = "/paths/~1api~1v1~1products~1{id}/";

  @Test
  void clientsOfTheLastReleaseCanGoOn() {
    assertThat(BreakingChanges.between(Description.released(), Description.current()))
        .as(
            "what breaks clients of docs/openapi-released.yaml; serve it beside the old one, or"
                + " release another version of the API")
        .isEmpty();
  }

  static Stream<Arguments> breaking() {
    return Stream.of(
        change("an operation is gone", api -> api.object("/paths").remove("/api/v1/users/me")),
        change(
            "a method is gone",
            api -> api.object(PRODUCT.substring(0, PRODUCT.length() - 1)).remove("patch")),
        change(
            "a member of an answer is gone",
            api -> {
              api.object(SCHEMAS + "Product/properties").remove("sku");
              remove("sku", (ArrayNode) api.document().requiredAt(SCHEMAS + "Product/required"));
            }),
        change(
            "a member of an answer that is there at times is gone",
            api -> api.object(SCHEMAS + "ApiKey/properties").remove("lastUsedAt")),
        change(
            "a member of an answer may be missing",
            api ->
                remove("sku", (ArrayNode) api.document().requiredAt(SCHEMAS + "Product/required"))),
        change(
            "a member of an answer has another type",
            api -> api.object(SCHEMAS + "Money/properties/amount").put("type", "string")),
        change(
            "a text of an answer may be null",
            api ->
                api.object(SCHEMAS + "Product/properties/name")
                    .putArray("type")
                    .add("string")
                    .add("null")),
        change(
            "a member of a request is gone",
            api -> api.object(SCHEMAS + "EditProductRequest/properties").remove("category")),
        change(
            "a request needs another member",
            api -> {
              api.object(SCHEMAS + "AdjustStockRequest/properties")
                  .putObject("place")
                  .put("type", "string");
              ((ArrayNode) api.document().requiredAt(SCHEMAS + "AdjustStockRequest/required"))
                  .add("place");
            }),
        change(
            "a request may say less",
            api ->
                api.object(SCHEMAS + "AdjustStockRequest/properties/reason").put("maxLength", 10)),
        change(
            "a request may use fewer values",
            api ->
                remove(
                    "archived",
                    (ArrayNode)
                        api.document()
                            .requiredAt(SCHEMAS + "EditProductRequest/properties/status/enum"))),
        change(
            "another parameter is needed",
            api ->
                parameters(api, "get")
                    .addObject()
                    .put("name", "shop")
                    .put("in", "query")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string")),
        change(
            "a parameter is gone",
            api ->
                ((ArrayNode) api.document().requiredAt("/paths/~1api~1v1~1products/get/parameters"))
                    .remove(0)),
        change(
            "a success has another status",
            api -> {
              ObjectNode responses = api.object(PRODUCT + "delete/responses");
              responses.set("200", responses.remove("204"));
            }),
        change(
            "what was open needs a proof",
            api -> {
              ArrayNode security = api.object(PRODUCT + "get").putArray("security");
              security.addObject().putArray("bearer");
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaking")
  void whatBreaksClientsIsFound(String change, Consumer<Description> mutation) {
    Description changed = Description.current().copy();
    mutation.accept(changed);

    assertThat(BreakingChanges.between(Description.current(), changed)).as(change).isNotEmpty();
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        change("nothing", _ -> {}),
        change(
            "an answer has another member",
            api ->
                api.object(SCHEMAS + "Product/properties")
                    .putObject("colour")
                    .put("type", "string")),
        change(
            "a request may have another member",
            api ->
                api.object(SCHEMAS + "EditProductRequest/properties")
                    .putObject("colour")
                    .put("type", "string")),
        change(
            "another parameter may be sent",
            api ->
                parameters(api, "get")
                    .addObject()
                    .put("name", "shop")
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", "string")),
        change(
            "another operation",
            api ->
                api.object("/paths")
                    .set("/api/v1/goods", api.document().requiredAt("/paths/~1api~1v1~1products"))),
        change(
            "other words",
            api -> api.object(SCHEMAS + "Product").put("description", "Something for sale")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void whatBreaksNobodyIsAllowed(String change, Consumer<Description> mutation) {
    Description changed = Description.current().copy();
    mutation.accept(changed);

    assertThat(BreakingChanges.between(Description.current(), changed)).as(change).isEmpty();
  }

  private static Arguments change(String what, Consumer<Description> mutation) {
    return arguments(what, mutation);
  }

  private static ArrayNode parameters(Description api, String verb) {
    return (ArrayNode) api.document().requiredAt(PRODUCT + verb + "/parameters");
  }

  private static void remove(String value, ArrayNode values) {
    for (int index = values.size() - 1; index >= 0; index--) {
      if (values.get(index).asText().equals(value)) {
        values.remove(index);
      }
    }
  }
}
