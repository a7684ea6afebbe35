package org.vigie.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.schemas.access.Access.Ground;
import org.vigie.schemas.access.Access.Masked;
import org.vigie.schemas.access.Access.Open;
import org.vigie.schemas.access.AccessPolicy.Standing;

class AccessPolicyTest {

  private static final Reader HOLDS_ALL =
      Reader.ofClaims("alice", List.of("score", "urssaf", "dgefp", "bdf", "pge"), List.of(), false);
  private static final Reader HOLDS_NOTHING =
      Reader.ofClaims("eve", List.of(), List.of("FR"), false);
  private static final Reader OPERATOR = Reader.ofClaims("vigie-cli", List.of(), List.of(), true);

  static Stream<Arguments> everySectionInEveryStanding() {
    return Stream.of(Section.values())
        .flatMap(section -> standings().map(standing -> Arguments.of(section, standing)));
  }

  /// The eight cases of V (in zone), A (ever in alert) and F (followed).
  private static Stream<Standing> standings() {
    return Stream.of(false, true)
        .flatMap(
            v ->
                Stream.of(false, true)
                    .flatMap(a -> Stream.of(false, true).map(f -> new Standing(v, a, f))));
  }

  @ParameterizedTest
  @MethodSource("everySectionInEveryStanding")
  void withTheRightASectionOpensInZoneAndAlertOrWhenFollowed(Section section, Standing standing) {
    boolean opens =
        section.right().isEmpty()
            || (standing.inZone() && standing.everInAlert())
            || standing.followed();
    assertThat(AccessPolicy.decide(HOLDS_ALL, section, standing).isOpen()).isEqualTo(opens);
  }

  @ParameterizedTest
  @MethodSource("everySectionInEveryStanding")
  void withoutTheRightASectionIsMaskedWhateverTheStanding(Section section, Standing standing) {
    Access access = AccessPolicy.decide(HOLDS_NOTHING, section, standing);
    Access expected =
        section
            .right()
            .<Access>map(right -> new Masked("masqué : droit " + right.claim() + " requis"))
            .orElse(new Open(Ground.PUBLIC));
    assertThat(access).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("everySectionInEveryStanding")
  void theOperatorReadsEverySection(Section section, Standing standing) {
    assertThat(AccessPolicy.decide(OPERATOR, section, standing).isOpen()).isTrue();
  }

  @Test
  void aMaskedSectionReadsTheSameWithAndWithoutTheRight() {
    var outside = new Standing(false, false, false);
    assertThat(AccessPolicy.decide(HOLDS_ALL, Section.DETTE_URSSAF, outside))
        .isEqualTo(AccessPolicy.decide(HOLDS_NOTHING, Section.DETTE_URSSAF, outside));
  }

  @Test
  void franceEntiereMeetsACompanyWithoutAKnownDepartement() {
    assertThat(Zone.ofClaims(List.of("FR")).meets(List.of())).isTrue();
    assertThat(Zone.ofClaims(List.of("21")).meets(List.of())).isFalse();
    assertThat(Zone.ofClaims(List.of("21", "2A")).meets(List.of("75", "2A"))).isTrue();
  }

  @Test
  void aClaimThatNamesNoRightGivesNone() {
    assertThat(Reader.ofClaims("x", List.of("URSSAF", "tout"), List.of(), false).rights())
        .isEqualTo(Set.of());
  }

  @Test
  void aSourceWithoutASectionIsRefusedRatherThanOpen() {
    assertThatThrownBy(() -> Section.ofSource("dgfip"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dgfip");
  }
}
