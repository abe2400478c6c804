package dev.quartermaster.bootstrap.endtoend;

import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody could tell two refusals apart by.
 *
 * @param status the status
 * @param code the problem's code
 * @param detail the problem's detail, whatever the numbers in it
 * @param members the names of the body's members
 * @param headers the names of the headers
 */
record AnswerShape(
    int status, String code, String detail, Set<String> members, Set<String> headers) {
  AnswerShape {
    members = Set.copyOf(members);
    headers = Set.copyOf(headers);
  }

  static AnswerShape of(Response answer) {
    Map<String, Object> body = answer.path("$");
    return new AnswerShape(
        answer.statusCode(),
        answer.path("code"),
        answer.<String>path("detail").replaceAll("\\d+", "#"),
        new TreeSet<>(body.keySet()),
        answer.headers().asList().stream()
            .map(Header::getName)
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
