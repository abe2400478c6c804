package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;

/** Refuses texts that no database keeps as they are: with U+0000, or with half a character. */
public final class StorableText extends StdScalarDeserializer<String> {
  /** The rule in words. */
  public static final String RULE = "must not contain U+0000 or half of a surrogate pair";

  private static final long serialVersionUID = 1L;

  StorableText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = StringDeserializer.instance.deserialize(parser, context);
    if (!isStorable(text)) {
      throw InvalidFormatException.from(parser, RULE, text, String.class);
    }
    return text;
  }

  /** Whether the text is kept as it is. */
  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(StorableText::isForbidden);
  }

  private static boolean isForbidden(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
