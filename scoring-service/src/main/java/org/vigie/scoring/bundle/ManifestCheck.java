package org.vigie.scoring.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vigie.schemas.access.Section;
import org.vigie.scoring.model.Bounds;
import org.vigie.scoring.model.Model;

/// Every reason why a manifest does not describe the bundle beside it.
final class ManifestCheck {

  // The catalogue's version ends in this many hex digits of the hash of its names.
  private static final int NAME_HASH_DIGITS = 8;

  private static final List<String> SECTIONS =
      Arrays.stream(Section.values()).map(Section::group).toList();

  private final Manifest manifest;
  private final List<String> reasons = new ArrayList<>();

  private ManifestCheck(Manifest manifest) {
    this.manifest = manifest;
  }

  /// @param directory name of the bundle's directory
  /// @param onnx bytes of its model.onnx
  static List<String> reasons(Manifest manifest, String directory, byte[] onnx) {
    var check = new ManifestCheck(manifest);
    check.version(directory);
    check.features();
    check.catalogue();
    check.themes();
    check.thresholds();
    check.hash(onnx);
    return List.copyOf(check.reasons);
  }

  private void version(String directory) {
    refuseUnless(
        directory.equals(manifest.version()),
        "version is " + manifest.version() + " in a directory named " + directory);
    refuseUnless(manifest.date() != null, "date is missing");
  }

  private void features() {
    refuseUnless(!manifest.features().isEmpty(), "features is missing or empty");
    for (var feature : manifest.features()) {
      refuseUnless(feature.name() != null, "a feature has no name");
      refuseUnless(
          SECTIONS.contains(String.valueOf(feature.group())),
          "feature " + feature.name() + " is of no known group: " + feature.group());
    }
  }

  private void catalogue() {
    String names =
        manifest.features().stream()
            .map(feature -> String.valueOf(feature.name()))
            .collect(Collectors.joining("\n"));
    String hash = sha256(names.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_HASH_DIGITS);
    refuseUnless(
        String.valueOf(manifest.catalogue()).endsWith("-" + hash),
        "catalogue is " + manifest.catalogue() + " but the hash of its features is " + hash);
  }

  private void themes() {
    List<String> groups =
        manifest.features().stream()
            .map(Manifest.Feature::group)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    refuseUnless(
        manifest.themes().stream().sorted().toList().equals(groups),
        "themes is " + manifest.themes() + " but the features are of " + groups);
  }

  private void thresholds() {
    refuseUnless(
        manifest.horizons().equals(Model.HORIZONS),
        "horizons is " + manifest.horizons() + " and not " + Model.HORIZONS);
    List<Integer> bounded =
        manifest.thresholds().stream().map(Manifest.Threshold::horizon).toList();
    refuseUnless(
        bounded.equals(Model.HORIZONS),
        "thresholds are of the horizons " + bounded + " and not " + Model.HORIZONS);
    for (var bound : manifest.thresholds()) {
      refuseUnless(
          Bounds.areOrdered(bound.modere(), bound.eleve()),
          "thresholds at " + bound.horizon() + " months break 0 < modere ≤ eleve ≤ 1");
    }
  }

  private void hash(byte[] onnx) {
    var stated = manifest.onnx() == null ? null : manifest.onnx().sha256();
    String found = sha256(onnx);
    refuseUnless(found.equals(stated), "sha256 of model.onnx is " + found + " and not " + stated);
  }

  private void refuseUnless(boolean holds, String reason) {
    if (!holds) {
      reasons.add(reason);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
