package org.vigie.devkit.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;

/// Transactions that are open in a partition while their coordinator holds them for ended. Nobody
/// would ever end them, and they hold back every read-committed reader of the partition, or every
/// stream of the consumer group.
///
/// A broker that is killed with an open transaction leaves one when it is the only one: while it
/// starts, no partition has a leader, and the coordinator takes such a partition for deleted and
/// writes no marker there (Kafka 4.4, decision 017).
final class HangingTransactions {

  /// A transaction that is open in one partition.
  private record Open(TopicPartition partition, ProducerState producer) {

    static boolean is(ProducerState producer) {
      return producer.currentTransactionStartOffset().isPresent();
    }

    boolean sameAs(Open other) {
      return partition.equals(other.partition)
          && producer.producerId() == other.producer.producerId()
          && producer
              .currentTransactionStartOffset()
              .equals(other.producer.currentTransactionStartOffset());
    }

    AbortTransactionSpec abort() {
      return new AbortTransactionSpec(
          partition,
          producer.producerId(),
          (short) producer.producerEpoch(),
          producer.coordinatorEpoch().orElse(0));
    }
  }

  private final Map<String, Object> access;

  /// @param access client settings of a principal that may alter the cluster
  HangingTransactions(Map<String, Object> access) {
    this.access = access;
  }

  /// Ends them; how many there were.
  ///
  /// A coordinator knows a partition before the transaction opens there and until the marker is
  /// written. What was open before the coordinators were asked, is unknown to them, and is open
  /// afterwards therefore hangs.
  int end() throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(access)) {
      Set<TopicPartition> partitions = partitions(admin);
      List<Open> before = open(admin, partitions);
      if (before.isEmpty()) {
        return 0;
      }
      Map<Long, Set<TopicPartition>> known = knownToCoordinators(admin);
      List<Open> after = open(admin, partitions);
      List<Open> hanging =
          before.stream()
              .filter(open -> !knows(known, open))
              .filter(open -> after.stream().anyMatch(open::sameAs))
              .toList();
      for (Open open : hanging) {
        admin.abortTransaction(open.abort()).all().get();
      }
      return hanging.size();
    }
  }

  private static boolean knows(Map<Long, Set<TopicPartition>> known, Open open) {
    return known.getOrDefault(open.producer().producerId(), Set.of()).contains(open.partition());
  }

  private static Set<TopicPartition> partitions(Admin admin)
      throws ExecutionException, InterruptedException {
    Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .collect(Collectors.toSet());
  }

  private static List<Open> open(Admin admin, Set<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    var open = new ArrayList<Open>();
    admin
        .describeProducers(partitions)
        .all()
        .get()
        .forEach(
            (partition, state) ->
                state.activeProducers().stream()
                    .filter(Open::is)
                    .forEach(producer -> open.add(new Open(partition, producer))));
    return open;
  }

  private static Map<Long, Set<TopicPartition>> knownToCoordinators(Admin admin)
      throws ExecutionException, InterruptedException {
    List<String> ids =
        admin.listTransactions().all().get().stream()
            .map(TransactionListing::transactionalId)
            .toList();
    var known = new HashMap<Long, Set<TopicPartition>>();
    for (TransactionDescription transaction :
        admin.describeTransactions(ids).all().get().values()) {
      known.put(transaction.producerId(), transaction.topicPartitions());
    }
    return known;
  }
}
