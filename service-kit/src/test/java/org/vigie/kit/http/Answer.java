package org.vigie.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.List;

/// What a service answered.
public record Answer(int status, MultiMap headers, String body) {

  public List<String> header(String name) {
    return headers.getAll(name);
  }

  public JsonObject json() {
    return new JsonObject(body);
  }
}
