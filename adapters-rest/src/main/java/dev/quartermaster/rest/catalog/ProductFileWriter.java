package dev.quartermaster.rest.catalog;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Lets a file of products write itself, where its media type would have it turned into JSON. */
@Provider
@Produces({NdjsonProducts.MEDIA_TYPE, Csv.MEDIA_TYPE})
public final class ProductFileWriter implements MessageBodyWriter<ProductFile> {
  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.equals(ProductFile.class);
  }

  @Override
  public void writeTo(
      ProductFile file,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    file.writeTo(out);
  }
}
