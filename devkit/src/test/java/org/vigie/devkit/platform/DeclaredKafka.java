package org.vigie.devkit.platform;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.vigie.schemas.Topic;
import org.vigie.schemas.Topics;

/// Topics, principals, rights and settings of brokers, one line each: what two declarations of the
/// same installation have in common.
///
/// @param lines `topic …`, `principal …`, `right …`, `broker …`
record DeclaredKafka(SortedSet<String> lines) {

  /// What the platform on one machine sets up.
  static DeclaredKafka byTheCode(Collection<String> administrations) throws IOException {
    var lines = new TreeSet<String>();
    topics(administrations)
        .forEach(topic -> lines.add(topic(topic.name(), Topics.PARTITIONS, topic.settings())));
    Stream.concat(Service.ids().stream(), administrations.stream())
        .forEach(principal -> lines.add(principal(principal, "scram-sha-512")));
    KafkaLayout.acls(administrations).forEach(acl -> lines.add(right(acl)));
    var broker = new Properties();
    broker.load(new StringReader(KafkaBroker.COUNTED_ON));
    broker.forEach((name, value) -> lines.add(broker(name.toString(), value.toString())));
    return new DeclaredKafka(lines);
  }

  private static List<Topic<?>> topics(Collection<String> administrations) {
    var topics = new ArrayList<Topic<?>>(Topics.ALL);
    administrations.forEach(administration -> topics.add(Topics.alerts(administration)));
    return topics;
  }

  static String topic(String name, int partitions, Map<String, String> settings) {
    SortedMap<String, String> inOrder = new TreeMap<>(settings);
    return "topic %s: %d partitions, %s".formatted(name, partitions, inOrder);
  }

  static String principal(String name, String authentication) {
    return "principal %s by %s".formatted(name, authentication);
  }

  static String broker(String setting, String value) {
    return "broker %s=%s".formatted(setting, value);
  }

  static String right(AclBinding acl) {
    return "right " + acl.toFilter();
  }

  /// What is declared here or there alone.
  List<String> differencesFrom(DeclaredKafka code) {
    var differences = new ArrayList<String>();
    missing(this, code).forEach(line -> differences.add("in the code only: " + line));
    missing(code, this).forEach(line -> differences.add("in the files only: " + line));
    return differences;
  }

  private static Stream<String> missing(DeclaredKafka from, DeclaredKafka of) {
    return of.lines.stream().filter(line -> !from.lines.contains(line));
  }
}
