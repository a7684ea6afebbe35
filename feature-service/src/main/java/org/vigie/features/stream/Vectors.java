package org.vigie.features.stream;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.features.compute.CompanyProfile;
import org.vigie.features.compute.FeatureCatalogue;
import org.vigie.features.compute.FeatureVector;
import org.vigie.features.compute.Procedure;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Causes;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.ProcedureState;
import org.vigie.schemas.Profile;

/// Vectors as company-features carries them. Avro's records take null for what the schema says may
/// be null, but cannot say so.
@SuppressWarnings("NullAway")
final class Vectors {

  static final Causes TIME_ALONE = new Causes(List.of(), 0);

  private static final AvroBinary<CompanyFeatures> BINARY = new AvroBinary<>(CompanyFeatures.class);

  static CompanyFeatures record(
      String siren, FeatureVector vector, @Nullable String model, Causes causes) {
    return new CompanyFeatures(
        siren,
        vector.asOf(),
        FeatureCatalogue.VERSION,
        model,
        Arrays.stream(vector.values()).boxed().toList(),
        profile(vector.profile()),
        causes);
  }

  /// What makes two vectors of a company differ: values and profile, not the day, the causes or the
  /// model in force.
  static ByteBuffer essence(CompanyFeatures record) {
    var reduced =
        new CompanyFeatures(
            record.getSiren(),
            LocalDate.EPOCH,
            record.getCatalogue(),
            null,
            record.getValues(),
            record.getProfile(),
            TIME_ALONE);
    return ByteBuffer.wrap(BINARY.write(reduced));
  }

  private static Profile profile(CompanyProfile profile) {
    return Profile.newBuilder()
        .setName(profile.name())
        .setDepartements(profile.departements())
        .setSiegeDepartement(profile.siegeDepartement())
        .setNaf(profile.naf())
        .setLegalCategory(profile.legalCategory())
        .setHeadcount(profile.headcount())
        .setHeadcountMax36(profile.headcountMax36())
        .setProcedure(procedure(profile.procedure()))
        .setCeased(profile.ceased())
        .build();
  }

  private static ProcedureState procedure(Procedure procedure) {
    return switch (procedure) {
      case IN_BONIS -> ProcedureState.IN_BONIS;
      case PLAN_SAUVEGARDE -> ProcedureState.PLAN_SAUVEGARDE;
      case SAUVEGARDE -> ProcedureState.SAUVEGARDE;
      case PLAN_REDRESSEMENT -> ProcedureState.PLAN_REDRESSEMENT;
      case REDRESSEMENT -> ProcedureState.REDRESSEMENT;
      case LIQUIDATION -> ProcedureState.LIQUIDATION;
    };
  }

  private Vectors() {}
}
