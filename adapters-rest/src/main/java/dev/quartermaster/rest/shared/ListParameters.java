package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Sort;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that all lists share.
 *
 * @param page the number of a page, from 1
 * @param limit how many items at the most
 * @param after the cursor of the part before; empty for the start
 * @param sort field names, each with a leading {@code -} for descending
 */
public record ListParameters(
    @Parameter(
            description = "Number of the page, from 1; gives the total as well.",
            example = "1",
            schema =
                @Schema(
                    type = SchemaType.INTEGER,
                    format = "int32",
                    minimum = "1",
                    maximum = "1000000",
                    defaultValue = "1"))
        @QueryParam("page")
        @Nullable String page,
    @Parameter(
            description = "Items per page, 1 to 100; 20 when left out.",
            example = "20",
            schema =
                @Schema(
                    type = SchemaType.INTEGER,
                    format = "int32",
                    minimum = "1",
                    maximum = "100",
                    defaultValue = "20"))
        @QueryParam("limit")
        @Nullable String limit,
    @Parameter(
            description =
                "Cursor that pagination.next of the part before gave, or empty for the start; walks"
                    + " large lists at a constant cost. Not together with page.")
        @QueryParam("after")
        @Nullable String after,
    @Parameter(
            description = "Fields to sort by, comma-separated; -field is descending.",
            example = "-createdAt",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    maxLength = 200,
                    pattern = "^-?[A-Za-z]+(,-?[A-Za-z]+){0,2}$"))
        @QueryParam("sort")
        @Nullable String sort) {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_SORT_FIELDS = 3;

  /**
   * What the client asks for.
   *
   * @param fields what the list can be sorted by
   * @param uri the request's address, in which an empty parameter can be told from a missing one
   * @throws InvalidInput naming every parameter at fault
   */
  public <F extends Enum<F>> PageRequest<F> asPageRequest(Class<F> fields, UriInfo uri) {
    List<FieldError> errors = new ArrayList<>();
    int wantedLimit = number("limit", limit, DEFAULT_LIMIT, PageRequest.MAX_LIMIT, errors);
    PageRequest.Position position = position(uri, errors);
    List<Sort<F>> criteria = sort == null ? List.of() : criteria(sort, fields, errors);
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return new PageRequest<>(position, wantedLimit, criteria);
  }

  private PageRequest.Position position(UriInfo uri, List<FieldError> errors) {
    if (!uri.getQueryParameters().containsKey("after")) {
      return new PageRequest.Page(number("page", page, 1, PageRequest.MAX_PAGE, errors));
    }
    if (page != null) {
      errors.add(new FieldError("page", "goes without after: use the one or the other"));
    }
    return new PageRequest.After(after == null ? "" : after);
  }

  private static int number(
      String name, @Nullable String text, int otherwise, int max, List<FieldError> errors) {
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= max) {
        return number;
      }
    }
    errors.add(new FieldError(name, "must be a whole number from 1 to " + max));
    return otherwise;
  }

  private static <F extends Enum<F>> List<Sort<F>> criteria(
      String text, Class<F> fields, List<FieldError> errors) {
    List<Sort<F>> criteria = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      boolean descending = item.startsWith("-");
      String name = descending ? item.substring(1) : item;
      Optional<F> field =
          Stream.of(fields.getEnumConstants())
              .filter(constant -> camelCase(constant).equals(name))
              .findFirst();
      if (field.isEmpty()) {
        errors.add(
            new FieldError("sort", "knows no field " + name + "; known are " + names(fields)));
        return List.of();
      }
      if (criteria.stream().anyMatch(known -> known.field() == field.get())) {
        errors.add(new FieldError("sort", "names " + name + " twice"));
      }
      criteria.add(new Sort<>(field.get(), descending));
    }
    if (criteria.size() > MAX_SORT_FIELDS) {
      errors.add(new FieldError("sort", "takes at most " + MAX_SORT_FIELDS + " fields"));
    }
    return criteria;
  }

  private static <F extends Enum<F>> String names(Class<F> fields) {
    return Stream.of(fields.getEnumConstants())
        .map(ListParameters::camelCase)
        .collect(Collectors.joining(", "));
  }

  private static String camelCase(Enum<?> constant) {
    String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int index = 1; index < words.length; index++) {
      name.append(Character.toUpperCase(words[index].charAt(0))).append(words[index].substring(1));
    }
    return name.toString();
  }
}
