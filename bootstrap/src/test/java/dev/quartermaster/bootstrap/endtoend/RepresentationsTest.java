package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.RestAssuredConfig.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form in which a resource is sent has a tag of its own; a change means the version. */
@EndToEnd
class RepresentationsTest {
  private String administrator = "";
  private String product = "";

  @BeforeEach
  void aProduct() {
    administrator = Shop.administrator();
    product = API + "/products/" + Shop.newProduct(administrator, 0);
  }

  @Test
  void whatTheCallerMaySeeMakesAnotherTag() {
    Response ofAnybody = anonymous().get(product);
    Response ofAdministrator = as(administrator).get(product);

    assertThat(ofAnybody.header("ETag")).startsWith("\"1-");
    assertThat(ofAdministrator.header("ETag"))
        .startsWith("\"1-")
        .isNotEqualTo(ofAnybody.header("ETag"));
    assertThat(anonymous().get(product + "?fields=id").header("ETag"))
        .startsWith("\"1-")
        .isNotEqualTo(ofAnybody.header("ETag"));
    assertThat(ofAnybody.header("Vary"))
        .isEqualTo("Authorization, Cookie, X-API-Key, Accept-Encoding");
  }

  @Test
  void linksAreNotOldBehindA304WhenRolesChange() {
    String token = Shop.newCustomer();
    String own = API + "/users/" + as(token).get(API + "/users/me").path("id");
    String before = as(token).get(product).header("ETag");
    as(token).header("If-None-Match", before).get(product).then().statusCode(304);

    as(administrator)
        .header("If-Match", "*")
        .body(Map.of("roles", List.of("admin")))
        .put(own + "/roles")
        .then()
        .statusCode(200);

    Response after = as(token).header("If-None-Match", before).get(product);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.<Map<String, String>>path("links")).containsKey("edit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?fields=id"})
  void whateverFormWasReadItsTagNamesTheVersion(String form) {
    String read = as(administrator).get(product + form).header("ETag");

    Response edited = edit("Candle", read);
    assertThat(edited.statusCode()).isEqualTo(200);
    assertThat(edited.header("ETag")).startsWith("\"2-");
    assertThat(edit("Lamp", read).statusCode()).isEqualTo(412);
    assertThat(edit("Lamp", edited.header("ETag")).statusCode()).isEqualTo(200);
  }

  @Test
  void theTagOfAChangeIsThatOfTheNextReading() {
    String edited = edit("Candle", "*").header("ETag");

    assertThat(as(administrator).get(product).header("ETag")).isEqualTo(edited);
  }

  @Test
  void whatIsCompressedHasATagOfItsOwnThatCountsAsWell() {
    describe("long ".repeat(300));
    Response plain = asking("identity").get(product);
    Response compressed = asking("gzip").get(product);

    assertThat(plain.header("Content-Encoding")).isNull();
    assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(Integer.parseInt(compressed.header("Content-Length"))).isLessThan(1_024);
    assertThat(compressed.header("ETag"))
        .isEqualTo(plain.header("ETag").replaceAll("\"$", "-gzip\""));
    Response known = asking("gzip").header("If-None-Match", compressed.header("ETag")).get(product);
    assertThat(known.statusCode()).isEqualTo(304);
    String readByAdministrator =
        as(administrator).header("Accept-Encoding", "gzip").get(product).header("ETag");
    assertThat(readByAdministrator).endsWith("-gzip\"");
    assertThat(edit("Candle", readByAdministrator).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "1100 | gzip                | gzip",
        "1100 | gzip;q=0.5, br      | gzip",
        "1100 | *                   | gzip",
        "1100 | br, deflate         | none",
        "1100 | gzip;q=0            | none",
        "1100 | gzip;q=0.000, br    | none",
        "1100 | x-gzip-like         | none",
        "0    | gzip                | none",
      })
  void longAnswersAreCompressedForWhoeverTakesIt(int length, String accepted, String encoding) {
    describe("d".repeat(length));

    assertThat(asking(accepted).get(product).header("Content-Encoding")).isEqualTo(encoding);
  }

  @Test
  void headOfALongAnswerSaysNothingOfALengthThatItWouldNotHave() {
    describe("long ".repeat(300));
    int length = asking("identity").get(product).asByteArray().length;

    assertThat(asking("identity").head(product).header("Content-Length"))
        .isEqualTo(String.valueOf(length));
    assertThat(asking("gzip").head(product).header("ETag"))
        .isEqualTo(asking("gzip").get(product).header("ETag"));
    assertThat(asking("gzip").head(product).header("Content-Length"))
        .isNotEqualTo(String.valueOf(length));
  }

  private Response edit(String name, String expected) {
    return as(administrator).header("If-Match", expected).body(Map.of("name", name)).patch(product);
  }

  private void describe(String description) {
    as(administrator)
        .header("If-Match", "*")
        .body(Map.of("description", description))
        .patch(product)
        .then()
        .statusCode(200);
  }

  private static RequestSpecification asking(String accepted) {
    return anonymous()
        .config(config().decoderConfig(decoderConfig().noContentDecoders()))
        .header("Accept-Encoding", accepted);
  }
}
