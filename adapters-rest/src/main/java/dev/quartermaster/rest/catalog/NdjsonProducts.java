package dev.quartermaster.rest.catalog;

import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.shared.InvalidInput;
import java.io.InputStream;
import java.util.Iterator;

/** Products of a file with a JSON object in each line. */
final class NdjsonProducts implements Iterator<ImportLine> {
  static final String MEDIA_TYPE = "application/x-ndjson";

  private final FileLines lines;
  private final ProductReader reader;

  NdjsonProducts(InputStream file, ProductReader reader) {
    this.lines = new FileLines(file, false);
    this.reader = reader;
  }

  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public ImportLine next() {
    FileLine line = lines.next();
    return ImportLine.of(
        line.number(),
        () -> {
          if (line.fault().isPresent()) {
            throw InvalidInput.of("line", line.fault().get());
          }
          return reader.read(line.text());
        });
  }
}
