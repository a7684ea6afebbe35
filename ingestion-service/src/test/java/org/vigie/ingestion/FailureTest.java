package org.vigie.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.ingestion.Failure.Away;
import org.vigie.ingestion.Failure.Need;
import org.vigie.ingestion.Failure.Own;

class FailureTest {

  @ParameterizedTest
  @MethodSource("whatAllWorkNeeds")
  void whatAllWorkNeedsIsWaitedFor(Throwable thrown, Need need) {
    assertThat(Failure.of(thrown)).isEqualTo(new Away(need));
    assertThat(Failure.of(new IllegalStateException("around it", thrown)))
        .isEqualTo(new Away(need));
  }

  static Stream<Arguments> whatAllWorkNeeds() {
    return Stream.of(
        Arguments.of(new TimeoutException("no answer"), Need.BROKER),
        Arguments.of(new AuthorizationException("not you"), Need.BROKER),
        Arguments.of(new ProducerFencedException("another one"), Need.BROKER),
        Arguments.of(new KafkaException("aborted", new TimeoutException("")), Need.BROKER),
        Arguments.of(new SQLException("refused", "08001"), Need.DATABASE),
        Arguments.of(new SQLException("shutting down", "57P01"), Need.DATABASE),
        Arguments.of(new SQLException("no connection in time"), Need.DATABASE),
        Arguments.of(new PersistenceException("no transaction"), Need.DATABASE),
        Arguments.of(new IOException("No space left on device"), Need.DISK),
        Arguments.of(new FileSystemException("run-0", null, "Read-only file system"), Need.DISK),
        Arguments.of(new UncheckedIOException(new IOException("Too many open files")), Need.DISK));
  }

  @ParameterizedTest
  @MethodSource("reasonsOfTheWorksOwn")
  void whatIsTheWorksOwnReasonIsToldInWords(Throwable thrown, String words) {
    assertThat(Failure.of(thrown)).isInstanceOf(Own.class);
    assertThat(((Own) Failure.of(thrown)).reason()).contains(words);
  }

  static Stream<Arguments> reasonsOfTheWorksOwn() {
    return Stream.of(
        Arguments.of(new NoSuchFileException("/data/deliveries/abc"), "the file abc is gone"),
        Arguments.of(new AccessDeniedException("/data/deliveries/abc"), "abc may not be read"),
        Arguments.of(new IOException("Input/output error"), "Input/output error"),
        Arguments.of(new StackOverflowError(), "StackOverflowError"),
        Arguments.of(new OutOfMemoryError("Java heap space"), "Java heap space"),
        Arguments.of(
            new KafkaException("in an error state", new RecordTooLargeException("1100000 bytes")),
            "1100000 bytes"),
        Arguments.of(new SerializationException("not a record"), "not a record"),
        Arguments.of(new PersistenceException(new SQLException("a NUL", "22021")), "a NUL"),
        Arguments.of(new IllegalStateException("of ours"), "IllegalStateException: of ours"));
  }
}
