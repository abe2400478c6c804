package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.InvalidInput;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Products of a file with a row for each, below a row with the names of the columns. */
final class CsvProducts implements Iterator<ImportLine> {
  private final FileLines lines;
  private final ProductReader reader;
  private final ObjectMapper json;
  private Optional<CsvColumns> columns = Optional.empty();

  CsvProducts(InputStream file, ProductReader reader, ObjectMapper json) {
    this.lines = new FileLines(file, true);
    this.reader = reader;
    this.json = json;
  }

  /**
   * Whether a row follows.
   *
   * @throws InvalidInput when the header row names what is no column
   */
  @Override
  public boolean hasNext() {
    if (columns.isEmpty() && lines.hasNext()) {
      CsvColumns header = new CsvColumns(Csv.read(text(lines.next())));
      header.check();
      columns = Optional.of(header);
    }
    return lines.hasNext();
  }

  @Override
  public ImportLine next() {
    FileLine line = lines.next();
    return ImportLine.of(line.number(), () -> details(columns.orElseThrow(), text(line)));
  }

  private Product.Details details(CsvColumns header, String row) {
    List<String> values = Csv.read(row);
    if (values.size() != header.names().size()) {
      throw InvalidInput.of(
          "line", "must have " + header.names().size() + " values, as the header has");
    }
    ObjectNode product = json.createObjectNode();
    for (int index = 0; index < values.size(); index++) {
      put(product, header.names().get(index), values.get(index));
    }
    return reader.read(product);
  }

  private void put(ObjectNode product, String column, String cell) {
    if (cell.isEmpty()) {
      return;
    }
    switch (column) {
      case CsvColumns.AMOUNT -> putAmount(product.withObject("/price"), cell);
      case CsvColumns.CURRENCY -> product.withObject("/price").put("currency", CsvCell.read(cell));
      case String attribute when attribute.startsWith(CsvColumns.ATTRIBUTE) ->
          product
              .withObject("/attributes")
              .set(
                  attribute.substring(CsvColumns.ATTRIBUTE.length()),
                  CsvCell.readAttribute(attribute, cell, json));
      default -> product.put(column, CsvCell.read(cell));
    }
  }

  /** What is no whole number stays a text, which the rules of products refuse by its name. */
  private static void putAmount(ObjectNode price, String cell) {
    if (cell.matches("-?[0-9]{1,18}")) {
      price.put("amount", Long.parseLong(cell));
    } else {
      price.put("amount", cell);
    }
  }

  private static String text(FileLine line) {
    if (line.fault().isPresent()) {
      throw InvalidInput.of("line", line.fault().get());
    }
    return line.text();
  }
}
