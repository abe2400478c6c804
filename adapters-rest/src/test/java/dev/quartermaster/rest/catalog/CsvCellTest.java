package dev.quartermaster.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.shared.InvalidInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvCellTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Test
  void whatIsWrittenReadsAsTheSame() {
    for (String text :
        List.of(
            "red", "", "=1+1", "'=1+1", "''@x", "'quoted'", "+49", "-", "\t", "a\nb", "\"x\"")) {
      assertThat(CsvCell.read(CsvCell.write(text))).isEqualTo(text);
    }
  }

  @Test
  void noTextBeginsAsAFormulaDoes() {
    for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=x")) {
      assertThat(CsvCell.write(text)).startsWith("'");
      assertThat(CsvCell.write(new AttributeValue.Text(text)).charAt(0)).isIn('\'', '"');
    }
  }

  @Test
  void attributesReadAsTheSameWithTheirTypes() {
    for (AttributeValue value :
        List.of(
            new AttributeValue.Text("red"),
            new AttributeValue.Text(""),
            new AttributeValue.Text("12.5"),
            new AttributeValue.Text("true"),
            new AttributeValue.Text("\"x\" \\"),
            new AttributeValue.Text("=1"),
            new AttributeValue.Text("'=1"),
            new AttributeValue.Text("007"),
            new AttributeValue.Text("{}"),
            new AttributeValue.Numeric(new BigDecimal("12.5")),
            new AttributeValue.Numeric(new BigDecimal("-3")),
            new AttributeValue.Numeric(new BigDecimal("1E-7")),
            new AttributeValue.Flag(true),
            new AttributeValue.Flag(false))) {
      JsonNode read = CsvCell.readAttribute("attributes.x", CsvCell.write(value), JSON);
      assertThat(AttributeValues.read(Map.of("x", read))).containsEntry("x", value);
    }
  }

  @Test
  void refusesQuotesThatDoNotEnd() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> CsvCell.readAttribute("attributes.x", "\"x", JSON))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors().getFirst().field()).isEqualTo("attributes.x"));
  }
}
