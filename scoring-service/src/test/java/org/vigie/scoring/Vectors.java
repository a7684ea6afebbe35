package org.vigie.scoring;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.schemas.Cause;
import org.vigie.schemas.Causes;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.ProcedureState;
import org.vigie.schemas.Profile;

/// Vectors for the bundle `tiny`: cotisation, montant_part_patronale, ratio_dette, effectif,
/// age_mois, naf_division.
public final class Vectors {

  /// In partition 0, the only one of a topology under test.
  public static final String SIREN = "552100612";
  public static final String TINY = "tiny";
  public static final String TINY_CATALOGUE = "1-20d906b6";
  public static final LocalDate AS_OF = LocalDate.of(2026, 7, 31);

  /// Of a company that owes nothing: level aucun.
  public static final List<Double> SOUND = List.of(75_000.0, 0.0, 0.0, 200.0, 390.0, 47.0);

  /// Of a company that owes three months of contributions: level élevé.
  public static final List<Double> IN_DEBT = List.of(75_000.0, 225_000.0, 3.0, 50.0, 12.0, 41.0);

  /// Of a company in the perimeter, with the tiny model in force.
  public static CompanyFeatures of(List<Double> values) {
    return of(values, _ -> {});
  }

  public static CompanyFeatures of(List<Double> values, Consumer<CompanyFeatures.Builder> change) {
    var vector =
        CompanyFeatures.newBuilder()
            .setSiren(SIREN)
            .setAsOf(AS_OF)
            .setCatalogue(TINY_CATALOGUE)
            .setModel(TINY)
            .setValues(values)
            .setProfile(profile(_ -> {}))
            .setCauses(new Causes(List.of(new Cause("fact-1", "debit", AS_OF)), 1));
    change.accept(vector);
    return vector.build();
  }

  public static Profile profile(Consumer<Profile.Builder> change) {
    var profile =
        Profile.newBuilder()
            .setDepartements(List.of("59"))
            .setLegalCategory("5710")
            .setHeadcount(50)
            .setHeadcountMax36(50)
            .setProcedure(ProcedureState.IN_BONIS)
            .setCeased(false);
    change.accept(profile);
    return profile.build();
  }

  private Vectors() {}
}
