package org.vigie.features;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.vigie.features.facts.Retention;
import org.vigie.features.intake.LogReader;
import org.vigie.features.state.CompanyLocks;
import org.vigie.features.state.StateStores;
import org.vigie.features.stream.CompanyUpdates;
import org.vigie.features.stream.Output;
import org.vigie.features.stream.Output.ToCompanyFeatures;
import org.vigie.features.stream.Output.ToRejections;
import org.vigie.features.stream.Pace;
import org.vigie.features.stream.ScoreKeeping;
import org.vigie.features.stream.Steps;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// The whole stream, from source-events to company-features. The stages, each a package:
///
/// 1. `intake` reads the log: records, and in them facts with their rank;
/// 2. `facts` says which version of a fact stands, and for how long;
/// 3. `compute` makes features of the facts of a company, purely;
/// 4. `state` keeps what must survive a restart;
/// 5. `stream` brings companies up to date and publishes what changed;
/// 6. `read` answers agents from the stores, `export` replays the log into the training table.
///
/// @param records reads source-events
/// @param features writes company-features
/// @param rejections writes rejections
/// @param retention how long facts are kept
/// @param pace how much of a closed day's work is done between two commits
/// @param partitions how many source-events has
/// @param locks keep a company's entries together for who reads beside the stream
public record FeatureTopology(
    Deserializer<SourceRecord> records,
    Serializer<FeatureRecord> features,
    Serializer<Rejection> rejections,
    Retention retention,
    Pace pace,
    int partitions,
    CompanyLocks locks) {

  public Topology build() {
    var topology = new Topology();

    // The log as bytes: what cannot be read is rejected in the same transaction as all else.
    topology.addSource(
        AutoOffsetReset.earliest(),
        Steps.READ_LOG,
        new StringDeserializer(),
        Serdes.ByteArray().deserializer(),
        Topics.SOURCE_EVENTS.name());

    // Facts into the stores, changed vectors out; closed days in slices, in their place.
    topology.addProcessor(
        Steps.UPDATE_COMPANIES,
        () -> new CompanyUpdates(new LogReader(records, partitions), retention, pace, locks),
        Steps.READ_LOG);
    StateStores.all().forEach(store -> topology.addStateStore(store, Steps.UPDATE_COMPANIES));

    // Every record stays in the partition that caused it, control records too.
    StreamPartitioner<String, Output> samePartition =
        (_, _, output, _) ->
            output instanceof ToCompanyFeatures vector
                ? Optional.of(Set.of(vector.partition()))
                : Optional.empty();
    topology.addSink(
        Steps.PUBLISH_VECTORS,
        Topics.COMPANY_FEATURES.name(),
        new StringSerializer(),
        vectorSerializer(),
        samePartition,
        Steps.UPDATE_COMPANIES);
    topology.addSink(
        Steps.PUBLISH_REJECTIONS,
        Topics.REJECTIONS.name(),
        new StringSerializer(),
        rejectionSerializer(),
        Steps.UPDATE_COMPANIES);

    // Whether a company was ever in alert decides what a reader may see of it, and nothing else.
    topology.addGlobalStore(
        ScoreKeeping.store(),
        Steps.READ_SCORES,
        new StringDeserializer(),
        Serdes.ByteArray().deserializer(),
        Topics.COMPANY_SCORES.name(),
        Steps.KEEP_SCORES,
        ScoreKeeping::new);
    return topology;
  }

  private Serializer<Output> vectorSerializer() {
    return (topic, output) ->
        output instanceof ToCompanyFeatures vector
            ? features.serialize(topic, vector.record())
            : null;
  }

  private Serializer<Output> rejectionSerializer() {
    return (topic, output) ->
        output instanceof ToRejections refused
            ? rejections.serialize(topic, refused.rejection())
            : null;
  }
}
