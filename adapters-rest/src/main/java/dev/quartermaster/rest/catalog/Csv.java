package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.quartermaster.domain.shared.InvalidInput;
import java.io.UncheckedIOException;
import java.util.List;

/** Rows of CSV as RFC 4180 has them. */
final class Csv {
  static final String MEDIA_TYPE = "text/csv";

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
  private static final ObjectReader READER = MAPPER.readerFor(String[].class);
  private static final ObjectWriter WRITER =
      MAPPER.writerFor(String[].class).with(CsvSchema.emptySchema().withLineSeparator("\r\n"));

  private Csv() {}

  /**
   * The values of a row.
   *
   * @throws InvalidInput when it is none
   */
  static List<String> read(String row) {
    try {
      String[] values = READER.readValue(row);
      return List.of(values);
    } catch (JsonProcessingException fault) {
      throw InvalidInput.of("line", "must be a row of CSV as RFC 4180 has it");
    }
  }

  /** The row of those values, with its end. */
  static String write(String... values) {
    try {
      return WRITER.writeValueAsString(values);
    } catch (JsonProcessingException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
