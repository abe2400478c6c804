package dev.quartermaster.rest.catalog;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of products that is written while it is sent. */
@Schema(
    name = "ProductFile",
    type = SchemaType.STRING,
    description = "A product in each line",
    maxLength = Integer.MAX_VALUE)
public final class ProductFile {
  private final StreamingOutput content;

  ProductFile(StreamingOutput content) {
    this.content = content;
  }

  void writeTo(OutputStream out) throws IOException {
    content.write(out);
  }
}
