package org.vigie.ingestion.push;

import java.util.List;
import org.vigie.ingestion.journal.PushLog.Push;
import org.vigie.ingestion.order.CompanyRecord;

/// A push that is ready to be published.
///
/// @param provider the client that sends it
record PreparedPush(Push push, String provider, List<CompanyRecord> records) {

  PreparedPush {
    records = List.copyOf(records);
  }
}
