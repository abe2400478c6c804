package dev.quartermaster.rest.shared;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jboss.resteasy.reactive.RestResponse;

/** Executes the methods of idempotent resources by way of {@link Idempotency}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
final class IdempotencyInterceptor {
  private final Idempotency idempotency;

  IdempotencyInterceptor(Idempotency idempotency) {
    this.idempotency = idempotency;
  }

  @AroundInvoke
  Object around(InvocationContext invocation) {
    return invocation.getMethod().isAnnotationPresent(InSteps.class)
        ? idempotency.executeInSteps(() -> proceed(invocation))
        : idempotency.execute(() -> proceed(invocation));
  }

  @SuppressWarnings("unchecked") // whatever a resource answers is passed on as it is
  private static RestResponse<Object> proceed(InvocationContext invocation) {
    try {
      return (RestResponse<Object>) invocation.proceed();
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception checked) {
      throw new IllegalStateException("resources throw no checked exceptions", checked);
    }
  }
}
