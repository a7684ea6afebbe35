package org.vigie.kit.walls.rim;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;

/// One class for each way to take a parameter.
final class Operations {

  static final class TakesTexts {

    @GET
    String get(String id, @QueryParam("limit") String limit) {
      return id + limit;
    }

    @POST
    String post(@PathParam("id") String id, List<String> body) {
      return id + body;
    }
  }

  static final class TakesANumber {

    @GET
    String get(@QueryParam("limit") int limit) {
      return "" + limit;
    }
  }

  static final class TakesADay {

    @GET
    String get(LocalDate day) {
      return "" + day;
    }
  }

  static final class TakesANumberOfAHeader {

    @POST
    String post(@HeaderParam("Content-Length") long length) {
      return "" + length;
    }
  }

  private Operations() {}
}
