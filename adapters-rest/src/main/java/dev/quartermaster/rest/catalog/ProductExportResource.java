package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.quartermaster.application.catalog.ExportProducts;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.QueryBudget;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives the catalogue as a file that can be imported again. */
@Path(ProductView.PATH + "/export")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Products", description = "The catalogue")
public class ProductExportResource {
  private static final int BUFFER = 1 << 16;

  /** Each holds a connection of the database for as long as its client takes. */
  private static final int DOWNLOADS_AT_ONCE = 4;

  private final Transfers downloads = new Transfers(DOWNLOADS_AT_ONCE);
  private final ExportProducts exportProducts;
  private final ObjectWriter lines;
  private final CurrentActor actor;

  ProductExportResource(ExportProducts exportProducts, ObjectMapper json, CurrentActor actor) {
    this.exportProducts = exportProducts;
    this.lines = json.writerFor(ProductLine.class);
    this.actor = actor;
  }

  @GET
  @Produces({NdjsonProducts.MEDIA_TYPE, Csv.MEDIA_TYPE})
  @QueryBudget(5)
  @Operation(
      operationId = "exportProducts",
      summary = "Export all products",
      description =
          "Needs catalog:write. All products of any status by their skus, as they are at one"
              + " moment: a JSON object in each line, or with Accept: text/csv a row. The file can"
              + " be imported again. In CSV a text that a spreadsheet would take for a formula has"
              + " an apostrophe in front, which an import takes away. A node sends four files at once,"
              + " and answers 503 to more.")
  @APIResponse(
      responseCode = "200",
      description = "A product in each line",
      content = {
        @Content(
            mediaType = NdjsonProducts.MEDIA_TYPE,
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    format = "binary",
                    maxLength = Integer.MAX_VALUE)),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema =
                @Schema(type = SchemaType.STRING, format = "binary", maxLength = Integer.MAX_VALUE))
      })
  public Response export(@Context HttpHeaders headers, @Context Request request) {
    Actor asking = actor.get();
    // Before the first byte, so that a refusal is still a problem.
    asking.require(Permission.CATALOG_WRITE);
    downloads.checkRoom();
    boolean asCsv = isCsvWanted(headers);
    boolean isWanted = !request.getMethod().equals(HttpMethod.HEAD);
    StreamingOutput file = isWanted ? out -> write(asking, asCsv, out) : _ -> {};
    return Response.ok(file, asCsv ? Csv.MEDIA_TYPE : NdjsonProducts.MEDIA_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"products." + (asCsv ? "csv" : "ndjson") + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  /** The header is known to accept one of the two. */
  private static boolean isCsvWanted(HttpHeaders headers) {
    MediaType csv = MediaType.valueOf(Csv.MEDIA_TYPE);
    MediaType ndjson = MediaType.valueOf(NdjsonProducts.MEDIA_TYPE);
    return headers.getAcceptableMediaTypes().stream()
        .flatMap(accepted -> Stream.of(ndjson, csv).filter(accepted::isCompatible))
        .findFirst()
        .filter(csv::equals)
        .isPresent();
  }

  private void write(Actor asking, boolean asCsv, OutputStream out) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out, BUFFER);
    try {
      downloads.run(
          () -> {
            exportProducts.export(asCsv ? csv(asking, buffered) : ndjson(asking, buffered));
            buffered.flush();
            return buffered;
          });
    } catch (UncheckedIOException clientGone) {
      throw clientGone.getCause();
    }
  }

  private ExportProducts.Query ndjson(Actor asking, OutputStream out) {
    return new ExportProducts.Query(asking, Optional.empty(), product -> write(line(product), out));
  }

  private static ExportProducts.Query csv(Actor asking, OutputStream out) {
    var columns = new AtomicReference<>(CsvColumns.ofAll(List.of()));
    return new ExportProducts.Query(
        asking,
        Optional.of(
            header -> {
              columns.set(CsvColumns.ofAll(header.attributeNames()));
              write(Csv.write(columns.get().names().toArray(String[]::new)), out);
            }),
        product -> write(Csv.write(columns.get().rowOf(product)), out));
  }

  private String line(Product product) {
    try {
      return lines.writeValueAsString(ProductLine.of(product)) + "\n";
    } catch (JsonProcessingException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void write(String text, OutputStream out) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
