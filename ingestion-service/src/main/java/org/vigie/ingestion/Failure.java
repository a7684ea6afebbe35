package org.vigie.ingestion;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.publish.RegistryAwayException;

/// Why work was not carried out: something is `Away` that all work needs, and is waited for; or the
/// reason is the work's `Own`, and stays when nothing is done about it.
sealed interface Failure {

  /// What all work needs.
  enum Need {
    BROKER,
    REGISTRY,
    DATABASE,
    DISK;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Away(Need need) implements Failure {}

  /// @param reason which thing, and what is wrong with it
  record Own(String reason) implements Failure {}

  // Causes of causes: no exception of ours or of a library is deeper.
  int CAUSES_MAX = 20;

  // SQLSTATE classes that tell of the values sent: data exception, broken constraint.
  List<String> OF_THE_VALUES = List.of("22", "23");

  // How the system tells that a disk takes no more; there is no exception of its own for it.
  List<String> OF_THE_DISK =
      List.of(
          "No space left on device",
          "Disk quota exceeded",
          "Read-only file system",
          "Too many open files");

  // Exceptions of the database's clients that hold no SQLException.
  List<String> OF_THE_DATABASE =
      List.of("jakarta.persistence.", "jakarta.transaction.", "io.quarkus.narayana.", "io.agroal.");

  static Failure of(Throwable thrown) {
    var causes = causes(thrown);
    if (causes.stream().anyMatch(Failure::isOfTheRecord)) {
      return new Own(words(causes));
    }
    return causes.stream()
        .flatMap(cause -> need(cause).stream())
        .findFirst()
        .<Failure>map(Away::new)
        .orElseGet(() -> new Own(words(causes)));
  }

  private static List<Throwable> causes(Throwable thrown) {
    return Stream.<@Nullable Throwable>iterate(thrown, Failure::cause)
        .limit(CAUSES_MAX)
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable Throwable cause(@Nullable Throwable of) {
    return of == null ? null : of.getCause();
  }

  private static boolean isOfTheRecord(Throwable cause) {
    return switch (cause) {
      case RecordTooLargeException _, RecordBatchTooLargeException _ -> true;
      case SerializationException _ -> true;
      case SQLException sql -> isOfTheValues(sql);
      default -> false;
    };
  }

  private static boolean isOfTheValues(SQLException sql) {
    var state = sql.getSQLState();
    return state != null && OF_THE_VALUES.stream().anyMatch(state::startsWith);
  }

  private static Optional<Need> need(Throwable cause) {
    return switch (cause) {
      case RegistryAwayException _ -> Optional.of(Need.REGISTRY);
      case KafkaException _ -> Optional.of(Need.BROKER);
      case SQLException _ -> Optional.of(Need.DATABASE);
      case IOException io when isOfTheDisk(io) -> Optional.of(Need.DISK);
      default ->
          OF_THE_DATABASE.stream().anyMatch(cause.getClass().getName()::startsWith)
              ? Optional.of(Need.DATABASE)
              : Optional.empty();
    };
  }

  private static boolean isOfTheDisk(IOException failure) {
    var message = String.valueOf(failure.getMessage());
    return OF_THE_DISK.stream().anyMatch(message::contains);
  }

  // The last cause says it; the exceptions around it say where it was met.
  private static String words(List<Throwable> causes) {
    var cause = causes.getLast();
    return switch (cause) {
      case NoSuchFileException missing -> "the file " + name(missing.getFile()) + " is gone";
      case AccessDeniedException denied ->
          "the file " + name(denied.getFile()) + " may not be read: permission denied";
      default -> {
        var kind = cause.getClass().getSimpleName();
        yield cause.getMessage() == null ? kind : kind + ": " + cause.getMessage();
      }
    };
  }

  private static String name(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }
}
