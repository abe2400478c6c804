package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.shared.InvalidInput;
import java.util.regex.Pattern;

/**
 * What stands in a cell of CSV, so that it reads as what was written and does no harm.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front, which reading
 * takes away. An attribute's cell holds a number or truth value as JSON has it; a text that looks
 * like one of these, or is empty, stands in the quotes of JSON. An empty cell is no attribute.
 */
final class CsvCell {
  private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+@\\t\\r-].*");
  private static final Pattern ESCAPED = Pattern.compile("(?s)'+[=+@\\t\\r-].*");
  private static final Pattern NUMBER_OR_FLAG =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false");

  private CsvCell() {}

  static String write(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  static String read(String cell) {
    return ESCAPED.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  static String write(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Text(var text) -> needsQuotes(text) ? quoted(text) : write(text);
      case AttributeValue.Numeric(var number) -> number.toString();
      case AttributeValue.Flag(var flag) -> Boolean.toString(flag);
    };
  }

  /**
   * The value in an attribute's cell that is not empty.
   *
   * @throws InvalidInput when it begins like a text in quotes and is none
   */
  static JsonNode readAttribute(String column, String cell, ObjectMapper json) {
    if (!cell.startsWith("\"") && !NUMBER_OR_FLAG.matcher(cell).matches()) {
      return TextNode.valueOf(read(cell));
    }
    try {
      return json.readTree(cell);
    } catch (JsonProcessingException notQuoted) {
      throw InvalidInput.of(column, "must end its quotes as JSON does, or begin without them");
    }
  }

  private static boolean needsQuotes(String text) {
    return text.isEmpty() || text.startsWith("\"") || NUMBER_OR_FLAG.matcher(text).matches();
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }
}
