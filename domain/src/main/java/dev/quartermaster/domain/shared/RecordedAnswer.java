package dev.quartermaster.domain.shared;

import java.util.Map;

/**
 * The answer to a request, kept so that a repetition gets the same one.
 *
 * @param status the status of the entrance's own protocol
 * @param headers the header fields to repeat
 * @param body the body as it was sent; empty when there was none
 */
public record RecordedAnswer(int status, Map<String, String> headers, String body) {
  public RecordedAnswer {
    headers = Map.copyOf(headers);
  }
}
