package org.vigie.alerts.answer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.vigie.kit.http.Caller;
import org.vigie.kit.http.PlainText;
import org.vigie.schemas.Topics;

/// How far the service has come, for who runs the installation.
@Path("/")
@RolesAllowed(Caller.OPERATOR)
@RunOnVirtualThread
class ProgressResource {

  // A UUID has 36.
  private static final int BARRIER_CHARS_MAX = 100;

  private static final String PASSED = "SELECT count(*) FROM barrier_passed WHERE barrier = ?1";
  private static final String POSITIONS =
      "SELECT topic, partition, position FROM consumer_position ORDER BY topic, partition";

  private final EntityManager entities;

  ProgressResource(EntityManager entities) {
    this.entities = entities;
  }

  /// How many partitions a barrier has passed: with it, all alerts before it are on their topics.
  record BarrierProgress(String barrier, int partitions, long passed) {}

  /// Offset of the record to decide next.
  record Position(String topic, int partition, long position) {}

  @GET
  @Path("barriers/{id}")
  @Transactional
  public BarrierProgress barrier(@PathParam("id") String id) {
    PlainText.required("barrier", id, BARRIER_CHARS_MAX);
    var passed =
        (Long) entities.createNativeQuery(PASSED, Long.class).setParameter(1, id).getSingleResult();
    return new BarrierProgress(id, Topics.PARTITIONS, passed);
  }

  @GET
  @Path("positions")
  @Transactional
  public List<Position> positions() {
    List<Object[]> rows = entities.createNativeQuery(POSITIONS, Object[].class).getResultList();
    return rows.stream()
        .map(row -> new Position((String) row[0], (Integer) row[1], (Long) row[2]))
        .toList();
  }
}
