package org.vigie.ingestion.order;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.parse.Outcome.Parsed;
import org.vigie.ingestion.parse.Version;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.Operation;

/// A parsed row as it is sorted: its company, natural key and place in clear, its versions encoded,
/// so that a row costs a few hundred bytes and two rows that say the same have the same bytes.
///
/// @param place line in its delivery
/// @param count how many versions of its fact it brings
/// @param versions the versions of its fact, without place and id
record SortableRow(
    String siren, String key, long place, boolean suspicious, int count, byte[] versions) {

  static final Comparator<SortableRow> ORDER =
      Comparator.comparing(SortableRow::siren)
          .thenComparing(SortableRow::key)
          .thenComparingLong(SortableRow::place);

  // What an object and its references weigh beside the characters and bytes in it.
  private static final int OVERHEAD_BYTES = 150;

  static SortableRow of(Parsed row, long place, AvroBinary<Facts> codec) {
    var facts = row.versions().stream().map(SortableRow::unplaced).toList();
    return new SortableRow(
        row.siren(),
        row.key(),
        place,
        row.suspicious(),
        facts.size(),
        codec.write(new Facts(facts)));
  }

  private static Fact unplaced(Version version) {
    return new Fact(
        "",
        "",
        version.occurredAt(),
        version.knownAt(),
        0L,
        Operation.RECORD,
        version.body().record(),
        false);
  }

  /// The versions of the fact, each with its key, its place and the id of its version.
  List<Fact> facts(String id, AvroBinary<Facts> codec) {
    return codec.read(versions).getFacts().stream()
        .map(
            fact ->
                new Fact(
                    id,
                    key,
                    fact.getOccurredAt(),
                    fact.getKnownAt(),
                    place,
                    fact.getOperation(),
                    fact.getBody(),
                    fact.getDeclared()))
        .toList();
  }

  /// Whether it is about the same fact as another row.
  boolean isOfTheFactOf(SortableRow other) {
    return key.equals(other.key) && siren.equals(other.siren);
  }

  /// Whether it says of the same fact what another row says.
  boolean repeats(SortableRow other) {
    return isOfTheFactOf(other) && Arrays.equals(versions, other.versions);
  }

  /// Stands for what it says of its fact, in few bytes.
  ByteBuffer digest() {
    return ByteBuffer.wrap(Hash.sha256().digest(versions));
  }

  long weightBytes() {
    return OVERHEAD_BYTES + siren.length() + key.length() + (long) versions.length;
  }
}
