package org.vigie.alerts.identify;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Why a call is refused: `application/problem+json` of RFC 9457.
///
/// @param field the field at fault; null when it is not one field
/// @param value its value
/// @param rule the rule that it breaks
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String field,
    @Nullable String value,
    @Nullable String rule) {

  private static final String MEDIA_TYPE = "application/problem+json";
  private static final int UNPROCESSABLE = 422;

  /// The one answer to what does not exist and to what is another's: nothing tells them apart.
  public static Problem notFound() {
    return of(Response.Status.NOT_FOUND, "nothing of that name is open to you");
  }

  public static Problem of(Response.StatusType status, String detail) {
    return new Problem(
        "about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, null, null, null);
  }

  /// A field that breaks a rule.
  public static Problem invalid(String field, @Nullable String value, String rule) {
    var detail = field + ": " + rule;
    return new Problem("about:blank", "Invalid field", UNPROCESSABLE, detail, field, value, rule);
  }

  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
