package org.vigie.features.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.vigie.features.compute.Feature;
import org.vigie.features.compute.FeatureCatalogue;
import org.vigie.features.facts.CompanyFacts;
import org.vigie.features.facts.EtablissementState;
import org.vigie.schemas.access.Access;
import org.vigie.schemas.access.AccessPolicy;
import org.vigie.schemas.access.AccessPolicy.Standing;
import org.vigie.schemas.access.Reader;
import org.vigie.schemas.access.Reading;
import org.vigie.schemas.access.Section;

/// What the access policy answers for each group of the catalogue, for one reader and company.
///
/// @param access by name of group
/// @param score what it answers for the score, which is no group of the catalogue
/// @param inZone whether the company lies in the reader's zone
record OpenGroups(Map<String, Access> access, Access score, boolean inZone) {

  /// @param facts of the company: its départements are those of its établissements
  /// @param everInAlert whether its score ever reached a level
  static OpenGroups of(Reader reader, CompanyFacts facts, boolean everInAlert) {
    var departements =
        facts.etablissements().stream()
            .map(EtablissementState::departement)
            .filter(Objects::nonNull)
            .toList();
    var standing = new Standing(reader.zone().meets(departements), everInAlert, false);
    var access = new TreeMap<String, Access>();
    for (var feature : FeatureCatalogue.FEATURES) {
      access.computeIfAbsent(
          feature.group(), group -> AccessPolicy.decide(reader, Section.ofGroup(group), standing));
    }
    var score = AccessPolicy.decide(reader, Section.SCORE, standing);
    return new OpenGroups(access, score, standing.inZone());
  }

  boolean opens(Feature feature) {
    return Objects.requireNonNull(access.get(feature.group())).isOpen();
  }

  /// Whether a section is open of which something may show here: its group is in the catalogue.
  boolean opens(Section section) {
    var answer = access.get(section.group());
    return answer != null && answer.isOpen();
  }

  boolean areAllOpen() {
    return access.values().stream().allMatch(Access::isOpen);
  }

  /// The readings to trace: one for each open group that is closed by default.
  ///
  /// @param what the view in which the groups are read
  List<Reading> readings(Reader reader, String what, String siren) {
    return access.entrySet().stream()
        .flatMap(
            group ->
                Reading.of(reader, what + "/" + group.getKey(), siren, group.getValue(), inZone)
                    .stream())
        .toList();
  }

  /// What stands in place of each closed group.
  Map<String, String> masked() {
    var masked = new TreeMap<String, String>();
    access.forEach(
        (group, answer) -> {
          if (answer instanceof Access.Masked(String text)) {
            masked.put(group, text);
          }
        });
    return masked;
  }
}
