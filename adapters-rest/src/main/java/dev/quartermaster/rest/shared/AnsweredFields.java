package dev.quartermaster.rest.shared;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/** The fields of what a method answers: of the resource, or of the items of the list. */
final class AnsweredFields {
  private AnsweredFields() {}

  /** The names, whether a very answer has all of them or not; none when it is no resource. */
  static Set<String> of(Method method) {
    Type answered = within(method.getGenericReturnType(), RestResponse.class);
    return within(answered, ListView.class) instanceof Class<?> view && view.isRecord()
        ? Stream.of(view.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  private static Type within(Type type, Class<?> wrapper) {
    return type instanceof ParameterizedType wrapped && wrapped.getRawType() == wrapper
        ? wrapped.getActualTypeArguments()[0]
        : type;
  }
}
